/// Going through the records of a chunk.
extension EVTXReader {
  /// Goes on in the chunk until there is a step to give or the chunk is done.
  mutating func continueChunk() {
    guard let bytes = window.bytes() else { return }
    while !hasPending, let cursor = chunk {
      let start = cursor.position
      let end = min(cursor.recordsEnd, bytes.count)
      guard start &+ EVTXRecordHeader.smallest <= end else {
        if cursor.isRecovering { endChunk() } else { finishRecords(bytes) }
        continue
      }
      if cursor.isRecovering {
        recover(bytes)
        continue
      }
      guard let header = EVTXRecordHeader(bytes, at: start) else {
        passDamage(bytes, from: start)
        continue
      }
      let stop = start &+ header.length
      if stop > end {
        passCutRecord(bytes, from: start, to: end)
      } else if !header.isClosed, !isFollowed(bytes, at: stop, end: end) {
        passUnclosedRecord(bytes, header, from: start, to: end)
      } else {
        chunk?.position = stop
        read(bytes, from: start, to: stop, isRepaired: cursor.isRepaired || !header.isClosed)
      }
    }
  }

  /// Whether a record, or the end of the records, is at an offset.
  private func isFollowed(_ bytes: ChunkBytes, at offset: Int, end: Int) -> Bool {
    offset == end || EVTXRecordHeader(bytes, at: offset) != nil
  }

  /// The offset of the next record that carries its size at both ends; nil when there is none.
  private func nextClosedRecord(_ bytes: ChunkBytes, from start: Int, to end: Int) -> Int? {
    var place = start
    while place &+ EVTXRecordHeader.smallest <= end {
      if let header = EVTXRecordHeader(bytes, at: place), header.isClosed, place &+ header.length <= end {
        return place
      }
      // Sizes of records are multiples of eight; half of that finds moved ones too.
      place &+= 4
    }
    return nil
  }

  /// What stands here is no record: goes on at the next one.
  private mutating func passDamage(_ bytes: ChunkBytes, from start: Int) {
    guard let cursor = chunk else { return }
    let end = min(cursor.recordsEnd, bytes.count)
    let next = nextClosedRecord(bytes, from: start &+ 4, to: end) ?? end
    chunk?.position = next
    // Behind the last record of a chunk whose end is not known there is nothing to miss.
    if !cursor.isEndKnown, next == end, start > EVTXChunkHeader.size || window.isZero(start..<end) {
      return
    }
    skip(from: start, to: next, .malformed)
  }

  /// The record reaches beyond the records: cut off, or of a wrong size.
  private mutating func passCutRecord(_ bytes: ChunkBytes, from start: Int, to end: Int) {
    if let next = nextClosedRecord(bytes, from: start &+ 4, to: end) {
      chunk?.position = next
      return read(bytes, from: start, to: next, isRepaired: true)
    }
    let isCut = bytes.count < EVTXChunkHeader.chunkSize
    // Behind a cut there is nothing more to report.
    chunk?.position = isCut ? EVTXChunkHeader.chunkSize : end
    skip(from: start, to: end, isCut ? .truncated : .malformed)
  }

  /// The two sizes of the record differ, and neither a record nor the end follows: one was damaged.
  private mutating func passUnclosedRecord(
    _ bytes: ChunkBytes, _ header: EVTXRecordHeader, from start: Int, to end: Int
  ) {
    let next = nextClosedRecord(bytes, from: start &+ 4, to: end) ?? end
    let stop = min(start &+ header.length, next)
    chunk?.position = stop
    read(bytes, from: start, to: stop, isRepaired: true)
  }

  /// The records are done: notes what a cut file lacks, then recovers or leaves the chunk.
  private mutating func finishRecords(_ bytes: ChunkBytes) {
    guard let cursor = chunk else { return }
    if cursor.isEndKnown, cursor.recordsEnd > bytes.count, cursor.position <= bytes.count {
      skip(from: cursor.position, to: bytes.count, .truncated)
    }
    if recovers, cursor.isEndKnown, cursor.recordsEnd < bytes.count {
      chunk = EVTXChunkCursor(recovering: cursor, to: bytes.count)
    } else {
      endChunk()
    }
  }

  /// Looks for a record in the space that no record uses any more.
  private mutating func recover(_ bytes: ChunkBytes) {
    guard let cursor = chunk else { return }
    guard let start = nextClosedRecord(bytes, from: cursor.position, to: bytes.count),
      let header = EVTXRecordHeader(bytes, at: start)
    else {
      chunk?.position = bytes.count
      return
    }
    let end = start &+ header.length
    chunk?.position = end
    // What the chunk still holds among its records is no second event.
    if let known = cursor.recordIDs, known.contains(header.recordID) { return }
    read(bytes, from: start, to: end, isRepaired: cursor.isRepaired, isRecovered: true)
  }
}
