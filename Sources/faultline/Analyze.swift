import ArgumentParser
import BatchAnalysis
import Diagnosis
import Foundation
import IncidentReport
import WindowsEventLog

/// `faultline analyze`, the default.
struct Analyze: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Name the causes of failed connections, with evidence and what to do (the default).",
    discussion: """
      EXAMPLES
        faultline client.xml host-system.xml host-rdp.xml
        faultline logs/ --report-dir report --time-zone Europe/Berlin
        faultline logs/ --format json --output report.json --fail-on diagnosed
        faultline logs/ --since 2h --host TS01 --clock-offset CLIENT7=+2.5
      """)

  @OptionGroup var input: InputOptions

  @Option(help: "What to print: \(ReportFormat.names).")
  var format: ReportFormat = .text

  @Option(
    help: ArgumentHelp("Write the report there instead of to standard output.", valueName: "file"),
    completion: .file())
  var output: String?

  @Option(
    help: ArgumentHelp(
      "Also write report.html, report.md, report.json and timeline.csv there.", valueName: "dir"),
    completion: .directory)
  var reportDir: String?

  @Flag(help: "Hash every input (SHA-256) for the report; on with --report-dir.")
  var hash = false

  @Flag(help: "Look for damage in every record and end with 65 when there is any.")
  var strict = false

  @Option(help: "Only incidents that end after this: ISO 8601 such as 2026-03-02T08:00Z, or 2h before now.")
  var since: TimeArgument?

  @Option(help: "Only incidents that start before this, written the same way.")
  var until: TimeArgument?

  @Option(help: ArgumentHelp("Only incidents that a machine of this name takes part in.", valueName: "name"))
  var host: [String] = []

  @Option(
    help: ArgumentHelp("Show times in this zone too, such as Europe/Berlin or local.", valueName: "zone"))
  var timeZone: TimeZoneArgument?

  @Option(
    help: ArgumentHelp("HOST's clock is that many seconds ahead, such as TS01=+2.5.", valueName: "host=±s"))
  var clockOffset: [ClockOffsetArgument] = []

  @Option(
    help: ArgumentHelp("Incidents that are known and accepted (YAML).", valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var suppress: String?

  @Flag(
    help:
      "Replace users, hosts, addresses and domains by pseudonyms; the key goes beside the report, for you alone."
  )
  var redact = false

  @Option(help: "Colour in text: auto (on a terminal), always, never.")
  var color: ColorChoice = .auto

  @Option(help: ArgumentHelp("The confidence a diagnosis needs, 0 to 1 (0.6).", valueName: "p"))
  var minConfidence: Double?

  @Option(help: "End with 1 when there is such an incident: never, incident, diagnosed.")
  var failOn: FailOn = .never

  func validate() throws {
    if let minConfidence, !(0...1).contains(minConfidence) {
      throw ValidationError("--min-confidence takes a probability from 0 to 1.")
    }
  }

  func run() async throws {
    let analysis = BatchAnalysis(knowledge: try input.knowledge(), options: try options())
    let site = await input.read(with: analysis)
    let outcome = analysis.report(on: site)
    UntilExit.keep(analysis, site, outcome)
    let written = write(outcome)
    let met = failOn.isMet(by: outcome.report.incidents.map(\.verdict))
    if let status = ExitStatus.of(site, outputFailed: !written, strict: strict, failOnMet: met) {
      throw status
    }
  }

  private func options() throws -> AnalysisOptions {
    var options = input.options()
    options.hashes = hash || reportDir != nil
    options.checksEveryBody = strict
    options.filter = ReportFilter(
      since: since?.instant(now: options.now), until: until?.instant(now: options.now), hosts: host)
    options.clockOffsets = Dictionary(clockOffset.map { ($0.host, $0.seconds) }) { _, last in last }
    options.minimumConfidence = minConfidence
    options.clock = ReportClock(zone: timeZone?.zone)
    options.redacts = redact
    if let suppress { options.suppressions = try SuppressionArgument.read(suppress) }
    return options
  }

  /// Puts the report where it was asked for; false when some of it cannot be written.
  private func write(_ outcome: BatchAnalysis.Outcome) -> Bool {
    let toTerminal = output == nil
    let writer = format.writer(color: toTerminal && color.isOn, width: toTerminal ? Terminal.width : nil)
    guard let bytes = OutputFiles.render(outcome.report, with: writer) else { return false }
    // Files first: whoever reads standard output may close it early, and that ends the program.
    var isWhole = true
    if let reportDir {
      isWhole = OutputFiles.write(outcome, folder: reportDir, quiet: input.quiet)
    } else if let key = outcome.redactionKey {
      isWhole = OutputFiles.writeKey(key, beside: output, quiet: input.quiet)
    }
    return (output.map { OutputFiles.write(bytes, to: $0) } ?? Terminal.write(bytes)) && isWhole
  }
}
