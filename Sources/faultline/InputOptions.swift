import ArgumentParser
import BatchAnalysis
import Foundation
import KnowledgeBase
import WindowsEventLog

/// What every subcommand that reads logs takes.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      "Logs, folders (recursive), archives, extracts, or - for standard input.", valueName: "path"),
    completion: .file())
  var paths: [String]

  @Option(
    help: ArgumentHelp("A folder of your own rules, added to the built-in ones.", valueName: "dir"),
    completion: .directory)
  var rules: [String] = []

  @Option(help: ArgumentHelp("Files read at the same time; the result is the same.", valueName: "n"))
  var jobs: Int?

  @Option(help: "Progress on standard error: auto (a bar on a terminal, lines in CI), always, never.")
  var progress: ProgressDisplay.Choice = .auto

  @Flag(help: "Say nothing on standard error but errors.")
  var quiet = false

  func validate() throws {
    guard !paths.isEmpty else { throw ValidationError("Give at least one log, folder or archive.") }
    if let jobs, !(1...256).contains(jobs) { throw ValidationError("--jobs takes 1 to 256.") }
  }

  /// The knowledge, with the user's rules; their faults are told.
  func knowledge() throws -> KnowledgeBase {
    do {
      var base = try KnowledgeBase.builtIn(examples: false)
      for folder in rules { base = try base.adding(folder: folder) }
      return base
    } catch {
      Terminal.note("faultline: \(Terminal.harmless(error.description))")
      if case .unreadableFolder = error { throw ExitStatus.missingInput }
      throw ExitStatus.ownFault
    }
  }

  /// Options with what this group sets.
  func options() -> AnalysisOptions {
    AnalysisOptions(
      version: ProgramVersion.current, now: WindowsTime(unixSeconds: Date().timeIntervalSince1970),
      workers: jobs ?? ProcessInfo.processInfo.activeProcessorCount)
  }

  /// Reads everything, with progress and Ctrl-C, and tells the notices.
  func read(with analysis: BatchAnalysis) async -> ReadSite {
    let state = RunState()
    Interrupt.ends(state)
    let display = ProgressDisplay(state, choice: progress, quiet: quiet)
    let site = await analysis.read(paths, state: state)
    display?.finish()
    tell(site)
    return site
  }

  func tell(_ site: ReadSite) {
    let told = site.notices.filter { !quiet || $0.kind == .missing || $0.kind == .unreadable }
    for line in NoticeLines(told).lines { Terminal.note("faultline: \(Terminal.harmless(line))") }
  }
}
