/// Walks over JSON in a text, token by token, and declines what is not written plainly.
struct JSONCursor {
  private let text: PaddedText
  private let end: Int
  private(set) var index: Int
  /// Whether all met so far was what was asked for.
  private(set) var isPlain = true
  /// Whether the object that was entered last, or gone on with, has had a member.
  private var isBehindMember = false

  init(_ text: PaddedText, _ frame: ByteRange) {
    self.text = text
    index = frame.start
    end = frame.end
  }

  func bytes(_ range: ByteRange) -> UnsafeRawBufferPointer { text.bytes(range) }

  /// Whether a stretch is a text.
  @inline(__always) func text(_ range: ByteRange, is other: StaticString) -> Bool {
    text.isText(range, other)
  }

  func ends(_ range: ByteRange, with other: StaticString) -> Bool {
    let length = other.utf8CodeUnitCount
    return range.count >= length && text.holds(other, at: range.end - length)
  }

  /// Passes blanks and then a byte, where it stands there; behind an opening brace a first member is due.
  mutating func take(_ byte: UInt8) -> Bool {
    skipBlanks()
    guard index < end, text[index] == byte else { return false }
    index += 1
    if byte == UInt8(ascii: "{") { isBehindMember = false }
    return true
  }

  /// The next key of the object at hand, its colon passed; nil behind the object's end, or where it is not plain.
  mutating func key() -> ByteRange? {
    guard isPlain else { return nil }
    if take(UInt8(ascii: "}")) {
      // The object around it has this one as a member.
      isBehindMember = true
      return nil
    }
    if isBehindMember, !take(UInt8(ascii: ",")) { return decline() }
    skipBlanks()
    guard index < end, let key = plainString(), take(UInt8(ascii: ":")) else { return decline() }
    isBehindMember = true
    return key
  }

  /// A string without escapes, or a number, as it is written; an empty range for null and nil for all else.
  mutating func scalar() -> ByteRange? {
    skipBlanks()
    guard index < end else { return decline() }
    if text[index] == UInt8(ascii: "\"") { return plainString() ?? decline() }
    let start = index
    while index < end, JSONParser.isNumberByte(text[index]) { index += 1 }
    if index > start, index - start < 64 { return ByteRange(start: start, count: index - start) }
    guard text.holds("null", at: index), index + 4 <= end else { return decline() }
    index += 4
    return ByteRange.none
  }

  /// Passes a value of any kind; false where it is not plain.
  mutating func skipValue() -> Bool {
    var depth = 0
    // A bit for each that is open, the innermost last: whether it is a list.
    var lists: UInt64 = 0
    while index < end {
      switch text[index] {
      case UInt8(ascii: "\""): guard skipString() else { return fail() }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard depth < 64 else { return fail() }
        lists = lists << 1 | (text[index] == UInt8(ascii: "[") ? 1 : 0)
        depth += 1
        index += 1
        continue
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard depth > 0, (lists & 1 == 1) == (text[index] == UInt8(ascii: "]")) else { return fail() }
        lists >>= 1
        depth -= 1
        index += 1
      case UInt8(ascii: ","), UInt8(ascii: ":"), 0x20, 0x09, 0x0A, 0x0D:
        guard depth > 0 || isXMLBlank(text[index]) else { return fail() }
        index += 1
        continue
      default: guard skipWord() else { return fail() }
      }
      if depth == 0 { return true }
    }
    return fail()
  }

  private mutating func skipBlanks() {
    index = JSONString.skipBlanks(text, from: index, end: end)
  }

  /// A string of ASCII without escapes.
  private mutating func plainString() -> ByteRange? {
    guard text[index] == UInt8(ascii: "\""), let string = JSONString(text, at: index, end: end),
      string.escapes == .none, string.isASCII
    else { return nil }
    index = string.range.end + 1
    return string.range
  }

  private mutating func skipString() -> Bool {
    guard let string = JSONString(text, at: index, end: end), string.escapes != .damaged else { return false }
    index = string.range.end + 1
    return true
  }

  /// Passes a number, true, false or null.
  private mutating func skipWord() -> Bool {
    let start = index
    while index < end, JSONParser.isNumberByte(text[index]) { index += 1 }
    if index > start, text[start] != UInt8(ascii: "e") { return true }
    index = start
    for word: StaticString in ["true", "false", "null"] where text.holds(word, at: index) {
      index += word.utf8CodeUnitCount
      return index <= end
    }
    return false
  }

  private mutating func decline() -> ByteRange? {
    isPlain = false
    return nil
  }

  private mutating func fail() -> Bool {
    isPlain = false
    return false
  }
}
