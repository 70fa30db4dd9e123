import Dispatch
public import EventExport
import WindowsEventLog

/// `faultline events`: every record of the inputs through one writer, in the order of the inputs.
///
/// Large files are rendered in slices, side by side; the bytes do not depend on the number of workers.
public struct RecordExport: Sendable {
  public var filter: RecordFilter
  private let writer: any RecordWriter
  /// Bytes of a slice of a file: a few of them are held in memory.
  var sliceSize = 4 << 20

  public init(writer: any RecordWriter, filter: RecordFilter = .init()) {
    self.writer = writer
    self.filter = filter
  }

  /// Streams everything into a sink; the sink returns false when it takes no more, and is never called twice
  /// at a time.
  ///
  /// The result has no signals; its ledgers and notices tell what was read.
  public func run(
    _ paths: [String], workers: Int = 1, state: RunState = RunState(),
    sink: @escaping @Sendable (UnsafeRawBufferPointer) -> Bool
  ) -> ReadSite {
    let discovery = InputDiscovery(paths: paths)
    state.begin(files: discovery.inputs.count, bytes: discovery.inputs.reduce(0) { $0 &+ $1.bytes })
    var frame = ExportBuffer(capacity: 1 << 12)
    writer.appendHeader(to: &frame)
    var isOpen = true
    frame.drain { if !$0.isEmpty { isOpen = sink($0) } }
    let pieces = isOpen ? discovery.inputs.flatMap { LogReading.pieces(of: $0, size: sliceSize) } : []
    let output = OrderedOutput<[SourceReading]>(pieces: pieces.count, sink: sink)
    // A worker takes the lowest piece there is, so the one whose turn it is never waits for another.
    DispatchQueue.concurrentPerform(iterations: max(1, min(workers, pieces.count))) { _ in
      var buffer = ExportBuffer(capacity: 1 << 20)
      while !state.isInterrupted, let index = output.take() {
        var target = PieceOutput(output, piece: index, buffer: buffer)
        let readings = render(pieces[index], into: &target, state: state)
        buffer = target.finish(readings)
      }
    }
    writer.appendFooter(to: &frame)
    if output.isOpen { frame.drain { if !$0.isEmpty { _ = sink($0) } } }
    let readings = SourceReading.assembled(pieces, output.outcomes)
    var site = ReadSite(sources: [], notices: discovery.notices, isInterrupted: state.isInterrupted)
    for source in readings.map(\.finished) {
      site.notices.append(contentsOf: source.notices)
      if source.isReadable { site.sources.append(source) }
    }
    return site
  }

  private func render(
    _ piece: LogReading.Piece, into target: inout PieceOutput<[SourceReading]>, state: RunState
  ) -> [SourceReading] {
    switch piece {
    case .slice(let input, let slice, let index):
      let reading = copy(input.path, into: &target, state: state) { () throws(EventLogError) in
        try EventLogReader(path: input.path, slice: slice, selection: .everything)
      }
      state.advance(bytes: slice.length, files: index == 0 ? 1 : 0)
      return [reading]
    case .whole(let input), .copy(let input, _):
      var readings: [SourceReading] = []
      let sources = InputSources(hashes: false, isStopped: { state.isInterrupted })
      sources.forEach(in: input) { found in
        switch found {
        case .failed(let path, let message): readings.append(.unreadable(path, message))
        case .extract(let path, _):
          readings.append(
            .unreadable(path, "is an extract, which holds no records; give the logs it was made from"))
        case .log(let log):
          var reading = copy(log.name, into: &target, state: state) { () throws(EventLogError) in
            try log.reader(.everything, ReaderOptions())
          }
          if let notice = log.damage { reading.result.notices.append(notice) }
          readings.append(reading)
        }
      }
      state.advance(bytes: input.bytes, files: 1)
      return readings
    }
  }

  private func copy(
    _ name: String, into target: inout PieceOutput<[SourceReading]>, state: RunState,
    open: () throws(EventLogError) -> EventLogReader
  ) -> SourceReading {
    let bytesWriter = writer as? any DataBytesWriter
    let data = bytesWriter.map { _ in DataBytes() }
    return SourceReading(path: name, state: state) { () throws(EventLogError) in
      let reader = try open()
      if let data { reader.leaveData(in: data) }
      return reader
    } take: { step, reading in
      switch consume step {
      case .skipped(let skipped): reading.damage.add(skipped)
      case .record(let record, let location):
        guard filter.wants(record) else { break }
        if let bytesWriter {
          bytesWriter.append(record, data: data, at: location, source: name, to: &target.buffer)
        } else {
          writer.append(record, at: location, source: name, to: &target.buffer)
        }
        return target.relieve()
      }
      return true
    }
  }
}
