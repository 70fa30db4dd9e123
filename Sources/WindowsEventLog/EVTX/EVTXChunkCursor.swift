/// Where the reader is inside a chunk.
struct EVTXChunkCursor {
  let header: EVTXChunkHeader
  /// The offset of the next record.
  var position = EVTXChunkHeader.size
  /// Where the chunk says its records end; the end of its bytes where it cannot be believed.
  let recordsEnd: Int
  /// Whether `recordsEnd` is what an intact head says.
  let isEndKnown: Bool
  /// Whether something about the chunk was put right: its magic or a checksum.
  private(set) var isRepaired: Bool
  /// Whether the checksum over its records was looked at.
  private var isChecked = false
  /// Whether the space behind the records is being searched.
  var isRecovering = false
  /// The ids of the records read here.
  var recordIDs: ClosedRange<UInt64>?

  init(_ bytes: ChunkBytes, checksRecords: Bool) {
    header = EVTXChunkHeader(bytes)
    isEndKnown =
      header.checksumMatches && header.freeSpace >= EVTXChunkHeader.size
      && header.freeSpace <= EVTXChunkHeader.chunkSize
    recordsEnd = isEndKnown ? header.freeSpace : EVTXChunkHeader.chunkSize
    isRepaired = !header.hasMagic || !header.checksumMatches
    if checksRecords { check(bytes) }
  }

  /// A cursor for the unused space behind the records of a chunk.
  init(recovering cursor: EVTXChunkCursor, to end: Int) {
    header = cursor.header
    position = cursor.recordsEnd
    recordsEnd = end
    isEndKnown = true
    isRepaired = cursor.isRepaired
    isChecked = cursor.isChecked
    isRecovering = true
    recordIDs = cursor.recordIDs
  }

  /// Looks at the checksum over the records, once.
  ///
  /// Done before a record is handed out, so that its account is the same whatever else is wanted; a
  /// chunk that gives none is not summed, which would take longer than reading it.
  mutating func check(_ bytes: ChunkBytes) {
    guard !isChecked else { return }
    isChecked = true
    if bytes.count == EVTXChunkHeader.chunkSize, !header.recordsMatch(bytes) { isRepaired = true }
  }

  /// Remembers the id of a record read.
  mutating func note(_ recordID: UInt64) {
    guard let known = recordIDs else {
      recordIDs = recordID...recordID
      return
    }
    recordIDs = min(known.lowerBound, recordID)...max(known.upperBound, recordID)
  }
}
