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
  let isRepaired: Bool
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
    isRepaired =
      !header.hasMagic || !header.checksumMatches
      || (checksRecords && bytes.count == EVTXChunkHeader.chunkSize && !header.recordsMatch(bytes))
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
