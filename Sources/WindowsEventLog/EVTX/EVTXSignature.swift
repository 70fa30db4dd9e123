/// Tells a binary log by its first bytes, even when its header is lost.
enum EVTXSignature {
  /// Where the first chunk is, in bytes; nil when the bytes are no binary log.
  ///
  /// Chunks are looked for at every sector, since a carved log starts anywhere.
  static func firstChunk(in bytes: UnsafeRawBufferPointer) -> Int? {
    if let header = EVTXFileHeader(bytes) { return header.firstChunk }
    if EVTXFileHeader.begins(bytes) { return EVTXFileHeader.blockSize }
    guard let base = bytes.baseAddress else { return nil }
    let view = ChunkBytes(base: base, count: bytes.count)
    var place = 0
    while view.holds(8, at: place) {
      if view.unchecked64(at: place) == EVTXChunkHeader.magic { return place }
      place += EVTXReader.searchStep
    }
    return nil
  }
}
