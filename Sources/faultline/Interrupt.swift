import ArgumentParser
import BatchAnalysis
import Dispatch
import Foundation
import Synchronization

/// Ctrl-C: the first one ends the reading and what is known is reported, a second one ends the program at once.
///
/// Listened for from the very start: an interrupt before the reading begins is kept for it.
enum Interrupt {
  private struct Shared {
    var run: RunState?
    var count = 0
  }

  private static let shared = Mutex(Shared())

  /// An interrupt that finds nothing to end within this ends the program.
  private static let patience = DispatchTimeInterval.milliseconds(900)

  // Written once, before anything runs beside it.
  private nonisolated(unsafe) static let source: any DispatchSourceSignal = {
    // The default action would end the process before anything could be told.
    signal(SIGINT, SIG_IGN)
    let source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler { heard() }
    source.resume()
    return source
  }()

  /// Takes the signal over; the first thing the program does.
  static func listen() { _ = source }

  /// From now on an interrupt ends this run; one that came before ends it at once.
  static func ends(_ run: RunState) {
    let isDue = shared.withLock { shared in
      shared.run = run
      return shared.count > 0
    }
    if isDue { run.interrupt() }
  }

  private static func heard() {
    let (run, count) = shared.withLock { shared in
      shared.count += 1
      return (shared.run, shared.count)
    }
    guard count == 1 else { exit(ExitStatus.interrupted.rawValue) }
    Terminal.note("faultline: interrupted; reporting what is known so far (again to stop at once)")
    if let run { return run.interrupt() }
    DispatchQueue.global().asyncAfter(deadline: .now() + patience) {
      if shared.withLock({ $0.run == nil }) { exit(ExitStatus.interrupted.rawValue) }
    }
  }
}
