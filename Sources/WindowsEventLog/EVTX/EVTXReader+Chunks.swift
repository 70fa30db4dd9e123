/// Finding chunks.
extension EVTXReader {
  /// Where chunks are looked for when none is where it should be: at every sector.
  static let searchStep = 512

  /// Moves on to the next chunk; false when there is none.
  mutating func startChunk() throws(EventLogError) -> Bool {
    try window.fill()
    if !isStarted {
      isStarted = true
      if let bytes = window.bytes(),
        let header = EVTXFileHeader(UnsafeRawBufferPointer(start: bytes.base, count: bytes.count))
      {
        discard(header.firstChunk)
        try window.fill()
      }
    }
    while window.count > 0 {
      if let bytes = window.bytes(), EVTXChunkHeader.isPlausible(bytes) {
        chunk = EVTXChunkCursor(bytes, checksRecords: selection.checksEveryBody)
        startTemplates()
        chunkTextLeft = EVTXLimits.textPerChunk
        return true
      }
      let found = searchChunk() ?? window.count
      if !window.isZero(0..<found) { skip(from: 0, to: found, .badChunk) }
      discard(found)
      if hasPending { return true }
      try window.fill()
    }
    return false
  }

  /// Makes the templates ready for a chunk.
  private mutating func startTemplates() {
    // What the run knows by number has to be told before the names are forgotten.
    run.flush(into: &coverage, names: templates.headerNames)
    let generation = templates.generation
    templates.startChunk()
    if templates.generation != generation { wanted.removeAll() }
  }

  /// The offset in the window of the first chunk behind its start.
  private func searchChunk() -> Int? {
    var place = Self.searchStep
    while place < window.count {
      if let bytes = window.bytes(from: place), EVTXChunkHeader.isPlausible(bytes) { return place }
      place += Self.searchStep
    }
    return nil
  }

  /// Leaves the chunk and its bytes.
  mutating func endChunk() {
    chunk = nil
    discard(EVTXChunkHeader.chunkSize)
  }
}
