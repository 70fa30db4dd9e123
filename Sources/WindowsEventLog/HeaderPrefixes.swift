/// The beginnings of recent records, from the start tag to TimeCreated, with what was read there.
///
/// Records of one provider and id begin with the same bytes, so most beginnings are recognised by one compare.
/// A fixed number of a fixed size: a log that brings ever new ones costs a copy each and no memory.
final class HeaderPrefixes {
  private static let slots = 16
  /// Longest beginning kept, in bytes.
  private static let longest = 1024

  private let bytes: UnsafeMutablePointer<UInt8>
  private let counts: UnsafeMutablePointer<Int>
  /// Places in them count from the record's start.
  private let headers: UnsafeMutablePointer<SystemHeader>
  /// Where the digits of EventID stood in the beginning kept last; they choose the slot.
  private var idPlace = 0

  init() {
    bytes = .allocate(capacity: Self.slots * Self.longest)
    counts = .allocate(capacity: Self.slots)
    counts.initialize(repeating: 0, count: Self.slots)
    headers = .allocate(capacity: Self.slots)
    headers.initialize(repeating: SystemHeader(), count: Self.slots)
  }

  deinit {
    bytes.deallocate()
    counts.deallocate()
    headers.deallocate()
  }

  /// Reads the beginning of a record that is like one before into `header`, and gives the index after it;
  /// nil when it is like none.
  @inline(__always) func match(_ text: PaddedText, from start: Int, into header: inout SystemHeader) -> Int? {
    let slot = slot(text, start)
    let count = counts[slot]
    guard count > 0, text.count - start > count,
      text.holds(UnsafePointer(bytes + slot * Self.longest), count: count, at: start)
    else { return nil }
    header = headers[slot]
    header.moveBeginning(by: start)
    return start + count
  }

  /// Keeps the beginning of a record that was read from `start` to `end`.
  func keep(_ text: PaddedText, from start: Int, to end: Int, _ header: SystemHeader) {
    let count = end - start
    guard count > 0, count <= Self.longest else { return }
    idPlace = header.eventIDText.start - start
    let slot = slot(text, start)
    (bytes + slot * Self.longest).update(from: text.base + start, count: count)
    counts[slot] = count
    headers[slot] = header
    headers[slot].moveBeginning(by: -start)
  }

  @inline(__always) private func slot(_ text: PaddedText, _ start: Int) -> Int {
    // Within the padding at worst; a wrong slot holds other bytes and does not match.
    let place = min(start + idPlace, text.count)
    // The top four bits of the product: one of sixteen.
    return Int(truncatingIfNeeded: (text.halfWord(at: place) &* 0x9E37_79B1) >> 28)
  }
}
