/// Cutting a binary log between chunks.
enum EVTXSlices {
  /// Chunks tried behind each intended cut, so that a damaged stretch costs a few reads, not a scan.
  private static let attempts = 64

  /// The offsets at which slices of about `size` bytes start, the first 0.
  ///
  /// Only the start of a chunk that can be recognised is taken for a cut.
  static func starts(
    _ path: String, head: [UInt8], total: UInt64, size: Int
  ) throws(EventLogError) -> [UInt64] {
    let chunk = UInt64(EVTXChunkHeader.chunkSize)
    guard let first = head.withUnsafeBytes({ EVTXSignature.firstChunk(in: $0) }) else { return [0] }
    var starts: [UInt64] = [0]
    let step = max(1, UInt64(size) / chunk) * chunk
    var target = UInt64(first) + step
    while target < total {
      var place = target
      for _ in 0..<attempts where place < total {
        if try isChunk(path, at: place) { break }
        place += chunk
      }
      if place < total, try isChunk(path, at: place) {
        starts.append(place)
        target = place
      }
      target += step
    }
    return starts
  }

  private static func isChunk(_ path: String, at offset: UInt64) throws(EventLogError) -> Bool {
    let length = EVTXChunkHeader.size + EVTXRecordHeader.smallest
    let source = try FileByteSource(path: path, range: offset..<offset + UInt64(length))
    let window = ChunkWindow(source, at: offset)
    try window.fill()
    return window.bytes().map { EVTXChunkHeader.isPlausible($0) } ?? false
  }
}
