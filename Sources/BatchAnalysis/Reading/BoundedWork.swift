import Synchronization

/// Runs pieces of work, a few at a time, and keeps each result in its piece's place.
///
/// The order of results is that of the pieces, whatever the number of workers.
struct BoundedWork<Piece: Sendable, Outcome: Sendable>: Sendable {
  var pieces: [Piece]
  var workers: Int
  var state: RunState
  var perform: @Sendable (Piece) -> Outcome

  /// How long an interrupted run waits for pieces under way.
  static var grace: Duration { .milliseconds(400) }

  private final class Board: Sendable {
    let outcomes: Mutex<[Outcome?]>
    let next = Atomic(0)
    init(count: Int) { outcomes = Mutex(Array(repeating: nil, count: count)) }
  }

  /// Every outcome in its place; nil for a piece that an interrupt left undone.
  func run() async -> [Outcome?] {
    let board = Board(count: pieces.count)
    let work = Task(executorPreference: ReadingExecutor.shared) {
      await withTaskGroup(of: Void.self) { group in
        // Each worker takes the next piece itself: a task for each would cost more than a small file.
        for _ in 0..<min(max(1, workers), pieces.count) {
          group.addTask(executorPreference: ReadingExecutor.shared) {
            while !state.isInterrupted {
              let index = board.next.add(1, ordering: .relaxed).oldValue
              guard index < pieces.count else { break }
              let outcome = perform(pieces[index])
              board.outcomes.withLock { $0[index] = outcome }
            }
          }
        }
      }
    }
    await withCheckedContinuation { continuation in
      let done = OneShot { continuation.resume() }
      Task {
        await work.value
        done.fire()
      }
      state.onInterrupt {
        Task {
          try? await Task.sleep(for: Self.grace)
          done.fire()
        }
      }
    }
    return board.outcomes.withLock { $0 }
  }
}

/// Runs an action the first time only.
private final class OneShot: Sendable {
  private let action: Mutex<(@Sendable () -> Void)?>

  init(_ action: @escaping @Sendable () -> Void) { self.action = Mutex(action) }

  func fire() {
    let once = action.withLock { action in
      defer { action = nil }
      return action
    }
    once?()
  }
}
