/// The ends of recent System elements, from Channel on, with what was read there.
///
/// Records of one channel and computer end their System with the same bytes, unless users differ, so most ends
/// are recognised by one compare. A fixed number of a fixed size, as with `HeaderPrefixes`.
final class HeaderEndings {
  private static let slots = 16
  /// Longest end kept, in bytes.
  private static let longest = 512
  /// Elements that an end may consist of, a bit each.
  private static let elements: UInt32 =
    1 << SystemElement.channel.rawValue | 1 << SystemElement.computer.rawValue
    | 1 << SystemElement.security.rawValue

  /// Places in it count from the start of Channel.
  private struct Ending {
    var count = 0
    var seen: UInt32 = 0
    var channel = ByteRange.none
    var computer = ByteRange.none
    var userID = ByteRange.none
  }

  private let bytes: UnsafeMutablePointer<UInt8>
  private let endings: UnsafeMutablePointer<Ending>

  init() {
    bytes = .allocate(capacity: Self.slots * Self.longest)
    endings = .allocate(capacity: Self.slots)
    endings.initialize(repeating: Ending(), count: Self.slots)
  }

  deinit {
    bytes.deallocate()
    endings.deallocate()
  }

  /// Reads the end of System that is like one before into `header`, and gives the index after it; nil when it
  /// is like none.
  @inline(__always) func match(_ text: PaddedText, from start: Int, into header: inout SystemHeader) -> Int? {
    let slot = slot(text, start)
    let ending = endings + slot
    guard ending.pointee.count > 0, text.count - start >= ending.pointee.count,
      header.seen & Self.elements == 0,
      text.holds(UnsafePointer(bytes + slot * Self.longest), count: ending.pointee.count, at: start)
    else { return nil }
    header.seen |= ending.pointee.seen
    header.channel = ending.pointee.channel.moved(by: start)
    header.computer = ending.pointee.computer.moved(by: start)
    header.userID = ending.pointee.userID.moved(by: start)
    return start + ending.pointee.count
  }

  /// Keeps the end of System that was read from Channel at `start` to `end`, where `seen` were met before it.
  func keep(_ text: PaddedText, from start: Int, to end: Int, after seen: UInt32, _ header: SystemHeader) {
    let count = end - start
    let elements = header.seen & ~seen
    guard count <= Self.longest, elements & ~Self.elements == 0, seen & Self.elements == 0,
      !header.hasEmptyAttribute
    else { return }
    let slot = slot(text, start)
    (bytes + slot * Self.longest).update(from: text.base + start, count: count)
    endings[slot] = Ending(
      count: count, seen: elements, channel: header.channel.moved(by: -start),
      computer: header.computer.moved(by: -start), userID: header.userID.moved(by: -start))
  }

  @inline(__always) private func slot(_ text: PaddedText, _ start: Int) -> Int {
    // Where long names of channels begin to differ, and where the computer stands behind a short one. Within the
    // padding at worst; a wrong slot holds other bytes and does not match.
    let words = text.word(at: start + 9) ^ text.word(at: start + 40)
    return Int(truncatingIfNeeded: (words &* 0x9E37_79B9_7F4A_7C15) >> 60)
  }
}
