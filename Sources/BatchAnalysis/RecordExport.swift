public import EventExport
import WindowsEventLog

/// `faultline events`: every record of the inputs through one writer, in the order of the inputs.
public struct RecordExport: Sendable {
  public var filter: RecordFilter
  private let writer: any RecordWriter

  /// Bytes after which the buffer is handed over.
  private static let chunk = 1 << 18

  public init(writer: any RecordWriter, filter: RecordFilter = .init()) {
    self.writer = writer
    self.filter = filter
  }

  /// Streams everything into a sink; the sink returns false when it takes no more.
  ///
  /// The result has no signals; its ledgers and notices tell what was read.
  public func run(
    _ paths: [String], state: RunState = RunState(), sink: (UnsafeRawBufferPointer) -> Bool
  ) -> ReadSite {
    let discovery = InputDiscovery(paths: paths)
    var site = ReadSite(sources: [], notices: discovery.notices)
    state.begin(files: discovery.inputs.count, bytes: discovery.inputs.reduce(0) { $0 &+ $1.bytes })
    var buffer = ExportBuffer(capacity: 2 * Self.chunk)
    var isOpen = true
    writer.appendHeader(to: &buffer)
    let sources = InputSources(hashes: false, isStopped: { state.isInterrupted })
    for input in discovery.inputs where !state.isInterrupted && isOpen {
      sources.forEach(in: input) { found in
        switch found {
        case .failed(let path, let message):
          site.notices.append(AnalysisNotice(path: path, kind: .unreadable, message: message))
        case .extract(let path, _):
          site.notices.append(
            AnalysisNotice(
              path: path, kind: .unreadable,
              message: "is an extract, which holds no records; give the logs it was made from"))
        case .log(let log):
          let source = copy(log, into: &buffer, state: state, isOpen: &isOpen, sink: sink)
          site.notices.append(contentsOf: source.notices)
          if source.isReadable { site.sources.append(source) }
        }
      }
      state.advance(bytes: input.bytes, files: 1)
    }
    writer.appendFooter(to: &buffer)
    if isOpen { buffer.drain { _ = sink($0) } }
    site.isInterrupted = state.isInterrupted
    return site
  }

  private func copy(
    _ log: OpenLog, into buffer: inout ExportBuffer, state: RunState, isOpen: inout Bool,
    sink: (UnsafeRawBufferPointer) -> Bool
  ) -> SourceResult {
    var source = SourceResult(path: log.name)
    var damage = DamageAccount()
    do throws(EventLogError) {
      var reader = try log.reader(.everything, ReaderOptions())
      do throws(EventLogError) {
        while isOpen, !state.isInterrupted, let step = try reader.next() {
          switch step {
          case .skipped(let skipped): damage.add(skipped)
          case .record(let record, let location):
            guard filter.wants(record) else { continue }
            writer.append(record, at: location, source: log.name, to: &buffer)
            if buffer.count > Self.chunk {
              var taken = true
              buffer.drain { taken = sink($0) }
              isOpen = taken
            }
          }
        }
      } catch {
        if reader.summary.ledger.found == 0 { throw error }
        source.notices.append(
          AnalysisNotice(path: log.name, kind: .damaged, message: error.sentence(about: log.name)))
      }
      source.summary = reader.summary
    } catch {
      source.isReadable = false
      source.notices.append(
        AnalysisNotice(path: log.name, kind: .unreadable, message: error.sentence(about: log.name)))
    }
    if let notice = damage.notice(path: log.name) { source.notices.append(notice) }
    if let notice = log.damage { source.notices.append(notice) }
    state.advance(records: source.summary.ledger.read)
    return source
  }
}
