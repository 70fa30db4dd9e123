/// The ends of recent System elements, from Channel on, with what was read there.
///
/// Records of one channel and computer end their System with the same bytes, unless users differ, so most ends
/// are recognised by one compare.
final class HeaderEndings {
  /// Elements that an end may consist of, a bit each.
  private static let elements: UInt32 =
    1 << SystemElement.channel.rawValue | 1 << SystemElement.computer.rawValue
    | 1 << SystemElement.security.rawValue

  /// Places in it count from the start of Channel.
  private struct Ending {
    var seen: UInt32 = 0
    var channel = ByteRange.none
    var computer = ByteRange.none
    var userID = ByteRange.none
  }

  private let recent = RecentStretches(longest: 512, empty: Ending())

  /// Reads the end of System that is like one before into `header`, and gives the index after it; nil when it
  /// is like none.
  @inline(__always) func match(_ text: PaddedText, from start: Int, into header: inout SystemHeader) -> Int? {
    guard header.seen & Self.elements == 0,
      let (known, end) = recent.match(text, from: start, slot: slot(text, start))
    else { return nil }
    header.seen |= known.pointee.seen
    header.channel = known.pointee.channel.moved(by: start)
    header.computer = known.pointee.computer.moved(by: start)
    header.userID = known.pointee.userID.moved(by: start)
    return end
  }

  /// Keeps the end of System that was read from Channel at `start` to `end`, where `seen` were met before it.
  func keep(_ text: PaddedText, from start: Int, to end: Int, after seen: UInt32, _ header: SystemHeader) {
    let elements = header.seen & ~seen
    guard elements & ~Self.elements == 0, seen & Self.elements == 0, !header.hasEmptyAttribute else { return }
    let ending = Ending(
      seen: elements, channel: header.channel.moved(by: -start), computer: header.computer.moved(by: -start),
      userID: header.userID.moved(by: -start))
    recent.keep(text, from: start, to: end, slot: slot(text, start), ending)
  }

  @inline(__always) private func slot(_ text: PaddedText, _ start: Int) -> Int {
    // Where long names of channels begin to differ, and where the computer stands behind a short one. Within the
    // padding at worst; a wrong slot holds other bytes and does not match.
    let words = text.word(at: start + 9) ^ text.word(at: start + 40)
    let hash = words &* 0x9E37_79B9_7F4A_7C15
    return Int(truncatingIfNeeded: hash >> (64 - UInt64(RecentStretches<Ending>.slotBits)))
  }
}
