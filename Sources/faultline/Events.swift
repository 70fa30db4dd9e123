import ArgumentParser
import BatchAnalysis
import EventExport
import Foundation
import Synchronization
import WindowsEventLog

/// `faultline events PATH...`
struct Events: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Write every record of the logs in one form: JSON lines, CSV or XML.",
    discussion: """
      EXAMPLES
        faultline events logs/ > events.jsonl
        faultline events security.evtx --id 4625 --format csv
        faultline events logs.zip --provider Schannel --since 2026-03-02T08:00Z
      """)

  @OptionGroup var input: InputOptions

  @Option(help: "What to write: jsonl, csv, xml.")
  var format: RecordFormat = .jsonl

  @Option(
    help: ArgumentHelp("Write there instead of to standard output.", valueName: "file"), completion: .file())
  var output: String?

  @Option(help: ArgumentHelp("Only providers whose name holds this.", valueName: "text"))
  var provider: [String] = []

  @Option(help: ArgumentHelp("Only events of this id.", valueName: "id"))
  var id: [UInt32] = []

  @Option(help: ArgumentHelp("Only channels whose name holds this.", valueName: "text"))
  var channel: [String] = []

  @Option(help: ArgumentHelp("Only events of this computer.", valueName: "name"))
  var host: [String] = []

  @Option(help: "Only events logged from then on: ISO 8601, or 2h before now.")
  var since: TimeArgument?

  @Option(help: "Only events logged up to then.")
  var until: TimeArgument?

  func run() async throws {
    let now = input.options().now
    let filter = RecordFilter(
      providers: provider, eventIDs: Set(id), channels: channel, hosts: host,
      since: since?.instant(now: now), until: until?.instant(now: now))
    let state = RunState()
    Interrupt.ends(state)
    let display = ProgressDisplay(state, choice: input.progress, quiet: input.quiet)
    guard let target = openOutput() else { throw ExitStatus.cannotWrite }
    let failed = Mutex(false)
    let export = RecordExport(writer: format.writer, filter: filter)
    let site = export.run(input.paths, workers: input.options().workers, state: state) { bytes in
      do {
        try target.write(contentsOf: Self.borrowed(bytes))
        return true
      } catch {
        failed.withLock { $0 = true }
        return false
      }
    }
    display?.finish()
    input.tell(site)
    if let status = ExitStatus.of(site, outputFailed: failed.withLock { $0 }, strict: false, failOnMet: false)
    {
      throw status
    }
  }

  /// The same bytes, not copied: they are written before they go away.
  private static func borrowed(_ bytes: UnsafeRawBufferPointer) -> Data {
    guard let start = bytes.baseAddress else { return Data() }
    return Data(
      bytesNoCopy: UnsafeMutableRawPointer(mutating: start), count: bytes.count, deallocator: .none)
  }

  private func openOutput() -> FileHandle? {
    guard let output else { return .standardOutput }
    guard FileManager.default.createFile(atPath: output, contents: nil),
      let handle = FileHandle(forWritingAtPath: output)
    else {
      Terminal.note("faultline: \(Terminal.harmless(output)): cannot be written")
      return nil
    }
    return handle
  }
}

/// The formats of `faultline events`.
enum RecordFormat: String, ExpressibleByArgument, CaseIterable {
  case jsonl
  case csv
  case xml

  var writer: any RecordWriter {
    switch self {
    case .jsonl: JSONLinesRecordWriter()
    case .csv: CSVRecordWriter()
    case .xml: XMLRecordWriter()
    }
  }
}
