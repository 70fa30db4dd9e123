import Dispatch
import EventExport
import Synchronization

/// Lets workers that render pieces side by side hand their bytes over in the order of the pieces.
///
/// A worker that is done before its turn has come leaves its bytes here and goes on with the next piece, as long
/// as what lies here stays small.
final class OrderedOutput<Outcome: Sendable>: Sendable {
  private struct Shared {
    /// The lowest piece nobody has taken.
    var next = 0
    /// The piece whose bytes are written, or are to be written next.
    var turn = 0
    var isOpen = true
    var outcomes: [Outcome?]
    var parked: [Int: [UInt8]] = [:]
    var parkedBytes = 0
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

  /// Takes the rest of a piece before its turn; false when its turn has come or too much lies here already.
  fileprivate func park(_ bytes: borrowing ExportBuffer, of piece: Int, _ outcome: Outcome, limit: Int)
    -> Bool
  {
    let count = bytes.count
    let mayPark = shared.withLock { shared in
      guard shared.turn != piece, shared.parkedBytes + count <= limit else { return false }
      shared.parkedBytes += count
      return true
    }
    guard mayPark else { return false }
    let copy = bytes.bytes
    let isLate = shared.withLock { shared in
      shared.outcomes[piece] = outcome
      if shared.turn == piece { return true }
      shared.parked[piece] = copy
      return false
    }
    if isLate {
      // Its turn came while the bytes were copied.
      copy.withUnsafeBytes { write($0) }
      shared.withLock { $0.parkedBytes -= count }
      pass(piece)
    }
    return true
  }

  fileprivate func finish(_ piece: Int, _ outcome: Outcome) {
    shared.withLock { $0.outcomes[piece] = outcome }
    pass(piece)
  }

  /// Gives the turn on, writing what was left here of the pieces behind.
  private func pass(_ piece: Int) {
    var piece = piece + 1
    while true {
      let parked = shared.withLock { shared -> [UInt8]? in
        shared.turn = piece
        guard let bytes = shared.parked.removeValue(forKey: piece) else { return nil }
        shared.parkedBytes -= bytes.count
        return bytes
      }
      guard let parked else { break }
      parked.withUnsafeBytes { write($0) }
      piece += 1
    }
    if piece < turns.count { turns[piece].signal() }
  }
}

/// The bytes of one piece on their way to the output.
struct PieceOutput<Outcome: Sendable>: ~Copyable {
  private let output: OrderedOutput<Outcome>
  private let piece: Int
  private var hasTurn = false
  var buffer: ExportBuffer

  /// Bytes held back while other pieces are before this one, and bytes left behind by all workers together.
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

  /// Hands the rest over, or leaves it for whoever has the turn. Gives the buffer back, empty.
  consuming func finish(_ outcome: Outcome) -> ExportBuffer {
    if !hasTurn, output.park(buffer, of: piece, outcome, limit: Self.patience) {
      buffer.removeAll()
      return buffer
    }
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
