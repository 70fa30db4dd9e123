/// A string of JSON as it stands in a text.
struct JSONString {
  /// What between its quotes is not written as itself.
  enum Escapes {
    case none
    /// Backslashes, quotes and line ends only.
    case plain
    /// Characters by number and the rest.
    case others
    /// Control characters stand in it.
    case damaged
  }

  /// Between the quotes.
  let range: ByteRange
  let escapes: Escapes
  let isASCII: Bool
  /// Whether a colon follows.
  let isKey: Bool
  /// The index behind it, and behind its colon.
  let next: Int

  /// The string whose opening quote is at an index; nil when it does not end.
  init?(_ text: PaddedText, at start: Int, end: Int) {
    var escapes = Escapes.none
    var isASCII = true
    var place = start + 1
    while place < end, text[place] != UInt8(ascii: "\"") {
      let byte = text[place]
      if byte == UInt8(ascii: "\\") {
        if escapes == .none { escapes = .plain }
        if escapes == .plain, !Self.isPlain(text[place + 1]) { escapes = .others }
        place += 1
      } else if byte < 0x20 {
        escapes = .damaged
      } else if byte >= 0x80 {
        isASCII = false
      }
      place += 1
    }
    guard place < end else { return nil }
    range = ByteRange(start: start + 1, count: place - start - 1)
    self.escapes = escapes
    self.isASCII = isASCII
    let behind = Self.skipBlanks(text, from: place + 1, end: end)
    isKey = behind < end && text[behind] == UInt8(ascii: ":")
    next = isKey ? behind + 1 : place + 1
  }

  private static func isPlain(_ letter: UInt8) -> Bool {
    letter == UInt8(ascii: "\\") || letter == UInt8(ascii: "\"") || letter == UInt8(ascii: "n")
      || letter == UInt8(ascii: "r") || letter == UInt8(ascii: "t")
  }

  static func skipBlanks(_ text: PaddedText, from start: Int, end: Int) -> Int {
    var index = start
    while index < end, isXMLBlank(text[index]) { index += 1 }
    return index
  }
}
