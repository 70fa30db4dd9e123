/// Recent stretches of text with what was read of each.
///
/// A fixed number of a fixed size: a log that brings ever new ones costs a copy each and no memory.
final class RecentStretches<Value> {
  /// Bits of the number of a slot.
  static var slotBits: Int { 4 }

  private let longest: Int
  private let bytes: UnsafeMutablePointer<UInt8>
  private let counts: UnsafeMutablePointer<Int>
  private let values: UnsafeMutablePointer<Value>

  /// `longest` is the most bytes a stretch that is kept may have; `Value` must hold nothing that is counted.
  init(longest: Int, empty: Value) {
    self.longest = longest
    let slots = 1 << Self.slotBits
    bytes = .allocate(capacity: slots * longest)
    counts = .allocate(capacity: slots)
    counts.initialize(repeating: 0, count: slots)
    values = .allocate(capacity: slots)
    values.initialize(repeating: empty, count: slots)
  }

  deinit {
    bytes.deallocate()
    counts.deallocate()
    values.deallocate()
  }

  /// What was read of the stretch in a slot, and the index after it, where the same bytes stand at `start`.
  @inline(__always) func match(_ text: PaddedText, from start: Int, slot: Int) -> (
    value: UnsafePointer<Value>, end: Int
  )? {
    let count = counts[slot]
    guard count > 0, text.count - start >= count,
      text.holds(UnsafePointer(bytes + slot * longest), count: count, at: start)
    else { return nil }
    return (UnsafePointer(values + slot), start + count)
  }

  /// Keeps the stretch from `start` to `end` in place of the one in its slot, unless it is too long.
  func keep(_ text: PaddedText, from start: Int, to end: Int, slot: Int, _ value: Value) {
    let count = end - start
    guard count > 0, count <= longest else { return }
    (bytes + slot * longest).update(from: text.base + start, count: count)
    counts[slot] = count
    values[slot] = value
  }
}
