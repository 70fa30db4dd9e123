import Synchronization

/// What the workers of a run and its owner share: progress, results so far, and the wish to stop.
public final class RunState: Sendable {
  private struct Shared {
    var progress = AnalysisProgress()
    var isInterrupted = false
    var onInterrupt: [@Sendable () -> Void] = []
  }

  private let shared = Mutex(Shared())

  public init() {}

  public var progress: AnalysisProgress { shared.withLock { $0.progress } }

  /// Whether somebody asked the run to end with what is known so far.
  public var isInterrupted: Bool { shared.withLock { $0.isInterrupted } }

  /// Asks the run to end with what is known so far. May be called from any thread, more than once.
  public func interrupt() {
    let actions = shared.withLock { shared in
      shared.isInterrupted = true
      defer { shared.onInterrupt = [] }
      return shared.onInterrupt
    }
    for action in actions { action() }
  }

  /// Runs an action at the interrupt, or at once if it has come already.
  func onInterrupt(_ action: @escaping @Sendable () -> Void) {
    let already = shared.withLock { shared in
      if !shared.isInterrupted { shared.onInterrupt.append(action) }
      return shared.isInterrupted
    }
    if already { action() }
  }

  func begin(files: Int, bytes: UInt64) {
    shared.withLock { $0.progress = AnalysisProgress(filesTotal: files, bytesTotal: bytes) }
  }

  func advance(bytes: UInt64 = 0, records: UInt64 = 0, files: Int = 0) {
    shared.withLock { shared in
      shared.progress.bytesDone &+= bytes
      shared.progress.records &+= records
      shared.progress.filesDone += files
    }
  }
}
