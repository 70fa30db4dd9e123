import ArgumentParser
import BatchAnalysis
import Dispatch

/// Shows how far a run has come on standard error: a bar on a terminal, a line every few seconds on a build
/// server or where it is asked for, nothing in a pipe.
final class ProgressDisplay: @unchecked Sendable {
  enum Choice: String, ExpressibleByArgument, CaseIterable {
    case auto
    case always
    case never
  }

  private let state: RunState
  private let isBar: Bool
  private let start = DispatchTime.now()
  private let queue = DispatchQueue(label: "faultline.progress")
  private var timer: (any DispatchSourceTimer)?
  private var drawn = false
  /// Whether even a short run says a line.
  private let endsWithLine: Bool

  /// Nothing is drawn in a run shorter than this.
  private static let patience = DispatchTimeInterval.milliseconds(400)

  /// Nil when nothing is to be shown.
  init?(_ state: RunState, choice: Choice, quiet: Bool) {
    let isTerminal = Terminal.errorIsTerminal
    let isWanted = choice == .auto && !quiet && (isTerminal || Terminal.isWatchedByBuild)
    guard choice == .always || isWanted else { return nil }
    self.state = state
    endsWithLine = choice == .always
    isBar = isTerminal
    let timer = DispatchSource.makeTimerSource(queue: queue)
    timer.schedule(
      deadline: .now() + (isBar ? Self.patience : .seconds(3)),
      repeating: isBar ? .milliseconds(100) : .seconds(3))
    timer.setEventHandler { [weak self] in self?.draw() }
    timer.resume()
    self.timer = timer
  }

  /// Takes the display away.
  func finish() {
    queue.sync {
      timer?.cancel()
      timer = nil
      if isBar && drawn { Terminal.raw("\r\u{1B}[K") }
      if !isBar && (drawn || endsWithLine) { draw() }
    }
  }

  private func draw() {
    let elapsed = Double(DispatchTime.now().uptimeNanoseconds &- start.uptimeNanoseconds) / 1e9
    let line = ProgressLine(state.progress, seconds: elapsed)
    drawn = true
    if isBar {
      Terminal.raw("\r\u{1B}[K\(line.bar(width: Terminal.errorWidth ?? 80))")
    } else {
      Terminal.note(line.text)
    }
  }
}
