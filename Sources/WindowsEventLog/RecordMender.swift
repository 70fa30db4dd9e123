/// Makes one record's bytes something an XML parser accepts, without changing what it says.
///
/// Windows writes control characters and their references, tools pass bytes through, disks flip
/// them. Characters XML 1.0 forbids become U+FFFD, stray `&`, `<` and `]]>` are escaped; each such
/// mending is reported. ANSI bytes become UTF-8, which is no mending. Structure is never repaired.
struct RecordMender {
  private let bytes: UnsafeRawBufferPointer
  private let limits: ReaderLimits
  private var output: [UInt8] = []
  private var index = 0
  private var depth = 0
  private var fields = 0
  private(set) var isRepaired = false
  /// A reference to an entity that no export needs was written out as text.
  private(set) var metUnknownEntity = false
  /// The code page its bytes are in; nil for Unicode.
  private(set) var codePage: CodePage?

  init(_ bytes: UnsafeRawBufferPointer, limits: ReaderLimits) {
    self.bytes = bytes
    self.limits = limits
    output.reserveCapacity(bytes.count + bytes.count / 16)
  }

  /// The record as well-encoded XML text.
  mutating func mend(encoding: TextEncoding) throws(RecordFault) -> [UInt8] {
    codePage = CodePage.of(bytes, in: encoding)
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "<") {
        try markup()
      } else {
        character(in: .text)
      }
    }
    return output
  }

  private mutating func markup() throws(RecordFault) {
    if section("<!--", until: "-->") || section("<![CDATA[", until: "]]>") || section("<?", until: "?>") {
      return
    }
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    if next == UInt8(ascii: "/") {
      depth -= 1
    } else if next == UInt8(ascii: ":")
      || (isNameByte(next) && next &- UInt8(ascii: "0") > 9
        && next != UInt8(ascii: "-") && next != UInt8(ascii: "."))
    {
      depth += 1
      fields += 1
      if depth > limits.depth { throw RecordFault(.tooDeep) }
      if fields > limits.fields { throw RecordFault(.tooManyFields) }
    } else {
      replace(1, with: "&lt;")
      return
    }
    try tag()
  }

  /// Copies a tag to its `>`; a `<` ends it too, and the parser will say what is wrong.
  private mutating func tag() throws(RecordFault) {
    output.append(bytes[index])
    index += 1
    var quote: UInt8 = 0
    while index < bytes.count {
      let byte = bytes[index]
      if quote == 0 {
        if byte == UInt8(ascii: ">") {
          if bytes[index - 1] == UInt8(ascii: "/") { depth -= 1 }
          output.append(byte)
          index += 1
          return
        }
        if byte == UInt8(ascii: "<") { return }
        if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") { quote = byte }
        if byte == UInt8(ascii: "=") {
          fields += 1
          if fields > limits.fields { throw RecordFault(.tooManyFields) }
        }
      } else if byte == quote {
        quote = 0
      } else if byte == UInt8(ascii: "<") {
        replace(1, with: "&lt;")
        continue
      }
      character(in: quote == 0 ? .markup : .attribute)
    }
  }

  /// Copies a comment, CDATA section or processing instruction as it is, apart from bad characters.
  private mutating func section(_ open: StaticString, until close: StaticString) -> Bool {
    guard holds(open, at: index) else { return false }
    var place = index + open.utf8CodeUnitCount
    while place < bytes.count, !holds(close, at: place) { place += 1 }
    guard place < bytes.count else { return false }
    let end = place + close.utf8CodeUnitCount
    while index < end {
      if bytes[index] == UInt8(ascii: "&") || bytes[index] == UInt8(ascii: "]") {
        output.append(bytes[index])
        index += 1
      } else {
        character(in: .markup)
      }
    }
    return true
  }

  private func holds(_ literal: StaticString, at place: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard bytes.count - place >= length else { return false }
    for offset in 0..<length where bytes[place + offset] != literal.utf8Start[offset] { return false }
    return true
  }

  /// Where a character stands decides what it may be.
  private enum Place {
    case text, attribute, markup
  }

  private mutating func character(in place: Place) {
    let byte = bytes[index]
    switch byte {
    case UInt8(ascii: "&") where place != .markup: reference()
    case UInt8(ascii: "]") where place == .text && holds("]]>", at: index): replace(3, with: "]]&gt;")
    case 0x20..<0x80, 0x09, 0x0A, 0x0D:
      output.append(byte)
      index += 1
    case 0..<0x20: replace(1, with: "\u{FFFD}")
    default: beyondASCII(byte)
    }
  }

  private mutating func beyondASCII(_ byte: UInt8) {
    if let codePage {
      UTF8Sequence.append(codePage.scalar(byte), to: &output)
      index += 1
      return
    }
    let length = UTF8Sequence.length(in: bytes, at: index)
    if length == 0 {
      // A surrogate in three bytes is one character that was bad, not three.
      let isSurrogate =
        byte == 0xED && bytes.count - index >= 3 && bytes[index + 1] & 0xE0 == 0xA0
        && bytes[index + 2] & 0xC0 == 0x80
      replace(isSurrogate ? 3 : 1, with: "\u{FFFD}")
    } else if length == 3, byte == 0xEF, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE {
      replace(3, with: "\u{FFFD}")
    } else {
      for offset in 0..<length { output.append(bytes[index + offset]) }
      index += length
    }
  }

  /// Copies a reference that XML 1.0 knows, replaces one to a forbidden character, escapes any other `&`.
  private mutating func reference() {
    let end = min(bytes.count, index + 12)
    var close = index + 1
    while close < end, bytes[close] != UInt8(ascii: ";"),
      isNameByte(bytes[close]) || bytes[close] == UInt8(ascii: "#")
    {
      close += 1
    }
    guard close < end, bytes[close] == UInt8(ascii: ";"), close > index + 1 else {
      replace(1, with: "&amp;")
      return
    }
    let name = UnsafeRawBufferPointer(rebasing: bytes[index + 1..<close])
    if name[0] == UInt8(ascii: "#") {
      guard let scalar = CharacterReference.scalar(name) else {
        replace(1, with: "&amp;")
        return
      }
      if CharacterReference.isAllowed(scalar) {
        copy(to: close + 1)
      } else {
        replace(close + 1 - index, with: "\u{FFFD}")
      }
    } else if CharacterReference.predefined(name) != nil {
      copy(to: close + 1)
    } else {
      metUnknownEntity = true
      replace(1, with: "&amp;")
    }
  }

  private mutating func copy(to end: Int) {
    while index < end {
      output.append(bytes[index])
      index += 1
    }
  }

  private mutating func replace(_ count: Int, with text: StaticString) {
    output.append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    index += count
    isRepaired = true
  }
}
