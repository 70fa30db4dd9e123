import Dispatch
import Foundation
import Testing

@testable import BatchAnalysis

/// Work done side by side and put together in order.
struct BoundedWorkTests {
  @Test(arguments: [1, 2, 8])
  func `results come in the order of the pieces`(workers: Int) async {
    let work = BoundedWork(pieces: Array(0..<50), workers: workers, state: RunState()) { piece in
      Thread.sleep(forTimeInterval: piece % 3 == 0 ? 0.002 : 0)
      return piece * 2
    }
    #expect(await work.run() == (0..<50).map { $0 * 2 })
  }

  @Test func `an interrupt ends a run that hangs, with what is done`() async {
    let state = RunState()
    let release = DispatchSemaphore(value: 0)
    let work = BoundedWork(pieces: [0, 1, 2, 3], workers: 2, state: state) { piece in
      if piece == 0 { return piece }
      state.interrupt()
      // Hangs until the run has ended: had the run waited for it, the test would never end.
      release.wait()
      return piece
    }
    let outcomes = await work.run()
    for _ in 0..<4 { release.signal() }
    #expect(outcomes.first == .some(0))
    #expect(outcomes.contains(nil))
  }
}
