import BatchAnalysis
import Dispatch
import Foundation

/// Ctrl-C: the first one ends the reading, a second one ends the program at once.
final class Interrupt {
  private let source: any DispatchSourceSignal

  init(_ state: RunState) {
    // The default action would end the process before anything could be told.
    signal(SIGINT, SIG_IGN)
    source = DispatchSource.makeSignalSource(signal: SIGINT, queue: .global())
    source.setEventHandler {
      if state.isInterrupted { exit(130) }
      Terminal.note("faultline: interrupted; reporting what is known so far (again to stop at once)")
      state.interrupt()
    }
    source.resume()
  }

  deinit { source.cancel() }
}
