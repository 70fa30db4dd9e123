import EventSignals
import WindowsEventLog

/// Reads one piece of input into the signals and summaries of its sources.
struct LogReading: Sendable {
  let matcher: SignalMatcher
  let selection: RecordSelection
  let hashes: Bool
  let readerOptions: ReaderOptions
  let state: RunState

  /// A file or one slice of it; what a worker takes at a time.
  enum Piece: Sendable {
    case whole(Input)
    case slice(Input, LogSlice, index: Int)
    /// A file that holds the same bytes as one before it.
    case copy(Input, of: Input)
  }

  /// Bytes of a slice of a large file.
  static let sliceSize = 32 << 20

  /// Cuts an input into pieces; a file that cannot be cut is one.
  static func pieces(of input: Input, size: Int = sliceSize) -> [Piece] {
    guard input.bytes > UInt64(2 * size),
      let slices = try? EventLogReader.slices(of: input.path, size: size), slices.count > 1
    else { return [.whole(input)] }
    return slices.enumerated().map { .slice(input, $1, index: $0) }
  }

  /// What a piece gives: a source, or as many as an archive or extract holds.
  func read(_ piece: Piece) -> [SourceReading] {
    switch piece {
    case .slice(let input, let slice, let index):
      let reading = read(path: input.path, from: slice.offset, size: slice.length) {
        () throws(EventLogError) in
        try EventLogReader(path: input.path, slice: slice, selection: selection, options: readerOptions)
      }
      state.advance(files: index == 0 ? 1 : 0)
      return [reading]
    case .copy(let input, let original):
      state.advance(bytes: input.bytes, files: 1)
      return [SourceReading(copy: input.path, of: original.path)]
    case .whole(let input):
      var readings: [SourceReading] = []
      InputSources(hashes: hashes, isStopped: { state.isInterrupted }).forEach(in: input) { found in
        readings.append(contentsOf: read(found, of: input))
      }
      // A log that is the whole input has told its own progress.
      let isItself = readings.count == 1 && readings[0].result.path == input.path
      state.advance(bytes: isItself && readings[0].result.isReadable ? 0 : input.bytes, files: 1)
      return readings
    }
  }

  private func read(_ found: InputSources.Found, of input: Input) -> [SourceReading] {
    switch found {
    case .failed(let path, let message): return [.unreadable(path, message)]
    case .extract(let path, let lines):
      var reader = ExtractReader(path: path)
      lines { reader.add(line: $0) }
      return reader.finish().map { source in
        state.advance(records: source.summary.ledger.read)
        return SourceReading(result: source)
      }
    case .log(let log):
      let size = log.name == input.path ? input.bytes : 0
      var selection = selection
      // Only a file can be read again.
      selection.defersSupporting = selection.defersSupporting && size > 0
      var reading = read(path: log.name, from: 0, size: size) { () throws(EventLogError) in
        try log.reader(selection, readerOptions)
      }
      if reading.result.isReadable { reading.result.sha256 = log.hash() }
      if let damage = log.damage { reading.result.notices.append(damage) }
      return [reading]
    }
  }

  /// Bytes after which progress is told.
  private static let progressStep: UInt64 = 1 << 20

  /// Runs a reader to its end, or to an interrupt.
  ///
  /// - Parameters:
  ///   - start: The offset in bytes at which it begins.
  ///   - size: Bytes it will have read at its end; 0 where its progress does not count.
  private func read(
    path: String, from start: UInt64, size: UInt64, open: () throws(EventLogError) -> EventLogReader
  ) -> SourceReading {
    var told: UInt64 = 0
    let reading = SourceReading(path: path, state: state, open: open) { step, reading in
      switch consume step {
      case .record(let record, let location):
        let done = min(size, location.offset &- min(start, location.offset))
        if done >= told &+ Self.progressStep {
          state.advance(bytes: done - told)
          told = done
        }
        reading.result.signals.append(contentsOf: matcher.signals(in: record, at: location, source: path))
      case .skipped(let skipped): reading.damage.add(skipped)
      }
      return true
    }
    if reading.result.isReadable { state.advance(bytes: size - told) }
    return reading
  }
}
