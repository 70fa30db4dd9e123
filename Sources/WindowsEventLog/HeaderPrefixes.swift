/// The beginnings of recent records, from the start tag to TimeCreated, with what was read there.
///
/// Records of one provider and id begin with the same bytes, so most beginnings are recognised by one compare.
final class HeaderPrefixes {
  /// Longest beginning kept, in bytes.
  private static let longest = 1024

  /// Places in the headers count from the record's start.
  private let recent = RecentStretches(longest: longest, empty: SystemHeader())
  /// Where the digits of EventID stood in the beginning kept last; they choose the slot.
  private var idPlace = 0

  /// Reads the beginning of a record that is like one before into `header`, and gives the index after it;
  /// nil when it is like none.
  @inline(__always) func match(_ text: PaddedText, from start: Int, into header: inout SystemHeader) -> Int? {
    guard let (known, end) = recent.match(text, from: start, slot: slot(text, start)), end < text.count else {
      return nil
    }
    header = known.pointee
    header.moveBeginning(by: start)
    return end
  }

  /// Keeps the beginning of a record that was read from `start` to `end`.
  func keep(_ text: PaddedText, from start: Int, to end: Int, _ header: SystemHeader) {
    guard end - start <= Self.longest else { return }
    idPlace = header.eventIDText.start - start
    var header = header
    header.moveBeginning(by: -start)
    recent.keep(text, from: start, to: end, slot: slot(text, start), header)
  }

  @inline(__always) private func slot(_ text: PaddedText, _ start: Int) -> Int {
    // Within the padding at worst; a wrong slot holds other bytes and does not match.
    let place = min(start + idPlace, text.count)
    let hash = text.halfWord(at: place) &* 0x9E37_79B1
    return Int(truncatingIfNeeded: hash >> (32 - RecentStretches<SystemHeader>.slotBits))
  }
}
