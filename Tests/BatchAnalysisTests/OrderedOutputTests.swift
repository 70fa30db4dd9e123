import Dispatch
import Foundation
import Synchronization
import Testing

@testable import BatchAnalysis
@testable import EventExport

/// Bytes of pieces rendered side by side, handed over in the order of the pieces.
struct OrderedOutputTests {
  private final class Collected: Sendable {
    let bytes = Mutex<[UInt8]>([])
  }

  /// Writes pieces of some sizes on some workers; `pause` is called with the number of each before it is made.
  private func run(
    _ sizes: [Int], workers: Int, pause: @escaping @Sendable (Int) -> Void
  ) -> (bytes: [UInt8], outcomes: [Int?]) {
    let collected = Collected()
    let output = OrderedOutput<Int>(pieces: sizes.count) { bytes in
      collected.bytes.withLock { $0.append(contentsOf: bytes) }
      return true
    }
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      var buffer = ExportBuffer()
      while let number = output.take() {
        pause(number)
        var target = PieceOutput(output, piece: number, buffer: buffer)
        for byte in Self.piece(number, sizes[number]) {
          target.buffer.append(byte)
          _ = target.relieve()
        }
        buffer = target.finish(number)
      }
    }
    return (collected.bytes.withLock { $0 }, output.outcomes)
  }

  private static func piece(_ number: Int, _ count: Int) -> [UInt8] {
    (0..<count).map { UInt8(truncatingIfNeeded: number &* 31 &+ $0 / 100) }
  }

  private func expected(_ sizes: [Int]) -> [UInt8] {
    sizes.enumerated().flatMap { Self.piece($0, $1) }
  }

  @Test(arguments: [1, 2, 5])
  func `pieces come out in order, whoever is done first`(_ workers: Int) {
    let sizes = (0..<60).map { $0 * 7919 % 5000 }
    let result = run(sizes, workers: workers) { Thread.sleep(forTimeInterval: Double($0 * 37 % 5) / 2000) }
    #expect(result.bytes == expected(sizes))
    #expect(result.outcomes == Array(0..<60))
  }

  @Test func `a slow first piece does not keep the others from being made`() {
    let sizes = Array(repeating: 1000, count: 200)
    let others = DispatchSemaphore(value: 0)
    let wereMade = Atomic(false)
    let result = run(sizes, workers: 2) { number in
      if number == 150 { others.signal() }
      guard number == 0 else { return }
      wereMade.store(others.wait(timeout: .now() + 20) == .success, ordering: .relaxed)
    }
    let hadCompany = wereMade.load(ordering: .relaxed)
    #expect(hadCompany)
    #expect(result.bytes == expected(sizes))
  }

  @Test func `what waits for a slow piece stays small`() {
    // Three of them pass the limit of what may lie there; the rest wait.
    let sizes = [10] + Array(repeating: 6 << 20, count: 5)
    let result = run(sizes, workers: 3) { if $0 == 0 { Thread.sleep(forTimeInterval: 0.3) } }
    #expect(result.bytes == expected(sizes))
    #expect(result.outcomes == [0, 1, 2, 3, 4, 5])
  }
}
