import Dispatch
import Synchronization

/// Independent pieces of work on several threads, their results in the order of the pieces.
package enum SideBySide {
  /// The results of `body` for 0 to below `count`; what comes out does not depend on `workers`.
  package static func map<Result: Sendable>(
    _ count: Int, workers: Int, _ body: @Sendable (Int) -> Result
  ) -> [Result] {
    let threads = min(workers, count)
    guard threads > 1 else { return (0..<count).map(body) }
    let next = Atomic(0)
    let parts = Mutex<[(piece: Int, result: Result)]>([])
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      var own: [(piece: Int, result: Result)] = []
      while true {
        let piece = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard piece < count else { break }
        own.append((piece, body(piece)))
      }
      parts.withLock { $0 += own }
    }
    return parts.withLock { $0 }.sorted { $0.piece < $1.piece }.map(\.result)
  }
}
