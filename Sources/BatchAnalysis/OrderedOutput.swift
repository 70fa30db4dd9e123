import Dispatch
import EventExport
import Synchronization

/// Lets workers that render pieces side by side hand their bytes over in the order of the pieces.
final class OrderedOutput<Outcome: Sendable>: Sendable {
  private struct Shared {
    var next = 0
    var isOpen = true
    var outcomes: [Outcome?]
  }

  private let shared: Mutex<Shared>
  /// One a piece: raised when its turn has come.
  private let turns: [DispatchSemaphore]
  private let sink: @Sendable (UnsafeRawBufferPointer) -> Bool

  /// The sink returns false when it takes no more.
  init(pieces: Int, sink: @escaping @Sendable (UnsafeRawBufferPointer) -> Bool) {
    shared = Mutex(Shared(outcomes: Array(repeating: nil, count: pieces)))
    // A semaphore must not end below the value it was made with.
    turns = (0..<pieces).map { _ in DispatchSemaphore(value: 0) }
    turns.first?.signal()
    self.sink = sink
  }

  /// The lowest piece nobody has taken; nil when there is none left, or no use for it.
  func take() -> Int? {
    shared.withLock { shared in
      guard shared.isOpen, shared.next < turns.count else { return nil }
      defer { shared.next += 1 }
      return shared.next
    }
  }

  /// Whether the sink still takes bytes.
  var isOpen: Bool { shared.withLock { $0.isOpen } }

  /// What came of each piece; nil for one that was not taken.
  var outcomes: [Outcome?] { shared.withLock { $0.outcomes } }

  /// Waits until every piece before this one is out.
  fileprivate func wait(for piece: Int) { turns[piece].wait() }

  fileprivate func write(_ bytes: UnsafeRawBufferPointer) {
    guard isOpen, !sink(bytes) else { return }
    shared.withLock { $0.isOpen = false }
  }

  fileprivate func finish(_ piece: Int, _ outcome: Outcome) {
    shared.withLock { $0.outcomes[piece] = outcome }
    if piece + 1 < turns.count { turns[piece + 1].signal() }
  }
}

/// The bytes of one piece on their way to the output.
struct PieceOutput<Outcome: Sendable>: ~Copyable {
  private let output: OrderedOutput<Outcome>
  private let piece: Int
  private var hasTurn = false
  var buffer: ExportBuffer

  /// Bytes held back while other pieces are before this one.
  private static var patience: Int { 16 << 20 }
  /// Bytes handed over at a time once it has its turn.
  private static var chunk: Int { 1 << 18 }

  /// `buffer` is an empty one, handed from piece to piece.
  init(_ output: OrderedOutput<Outcome>, piece: Int, buffer: consuming ExportBuffer) {
    self.output = output
    self.piece = piece
    self.buffer = buffer
  }

  /// Hands bytes over when there are many; false when no more are taken.
  mutating func relieve() -> Bool {
    guard buffer.count > (hasTurn ? Self.chunk : Self.patience) else { return true }
    drain()
    return output.isOpen
  }

  /// Hands the rest over, then lets the next piece have its turn. Gives the buffer back.
  consuming func finish(_ outcome: Outcome) -> ExportBuffer {
    drain()
    output.finish(piece, outcome)
    return buffer
  }

  private mutating func drain() {
    if !hasTurn { output.wait(for: piece) }
    hasTurn = true
    let output = output
    if buffer.count > 0 { buffer.drain { output.write($0) } }
  }
}
