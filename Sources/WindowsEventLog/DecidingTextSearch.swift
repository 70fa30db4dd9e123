/// Deciding texts, ready to be compared with values where they lie.
struct DecidingTextSearch {
  private let values: Set<String>
  /// A bit for the length in bytes of every value, all from `longest` on in the last.
  private let lengths: UInt64
  let binaryStarts: [[UInt8]]
  /// Whether one of them has a character that JSON writes with a backslash.
  let holdsEscaped: Bool

  private static let longest = 63
  /// A binary part longer than this, in digits, is compared by its end: who does that reads the record.
  private static let binaryLimit = 512

  init(_ texts: DecidingTexts) {
    values = texts.values
    lengths = texts.values.reduce(0) { $0 | Self.bit($1.utf8.count) }
    holdsEscaped = texts.values.contains { value in
      value.utf8.contains { $0 < 0x20 || $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "\"") }
    }
    binaryStarts = texts.binaryStarts.sorted().map { Array($0.utf8) }
  }

  private static func bit(_ length: Int) -> UInt64 { 1 << UInt64(min(length, longest)) }

  /// Whether UTF-8 bytes are one of the texts.
  func isText(_ bytes: UnsafeRawBufferPointer) -> Bool {
    // What is not ASCII can be longer or shorter in lower case.
    guard lengths & Self.bit(bytes.count) != 0 || bytes.contains(where: { $0 >= 0x80 }) else { return false }
    return values.contains(String(decoding: bytes, as: UTF8.self).lowercased())
  }

  /// Whether digits, in either case, begin as one of the binary parts does; true where blanks make it unsure.
  func isBinary(_ digits: UnsafeRawBufferPointer) -> Bool {
    binaryStarts.contains { start in
      for (index, wanted) in start.enumerated() {
        guard index < digits.count else { return false }
        let digit = digits[index]
        if isXMLBlank(digit) { return true }
        if digit | (digit > 0x40 ? 0x20 : 0) != wanted { return digits.count > Self.binaryLimit }
      }
      return true
    }
  }
}

extension DecidingTextSearch {
  /// Whether the rest of a record may hold one of the texts, from behind System to its end; true where unsure.
  ///
  /// - Parameter hasBase64: Whether its dialect writes binary parts in Base64.
  func mayStand(in text: PaddedText, from start: Int, to end: Int, hasBase64: Bool) -> Bool {
    if hasBase64, !binaryStarts.isEmpty { return true }
    var index = start
    while index < end, isXMLBlank(text[index]) { index += 1 }
    // UserData has values in attributes too.
    guard text.holds("<EventData", at: index) else { return true }
    while let close = text.first(UInt8(ascii: ">"), from: index), close + 1 < end {
      let first = close + 1
      guard let open = text.first(UInt8(ascii: "<"), from: first), open < end else { return true }
      // Comments and the like: an XML parser decides what they are.
      let mark = text[open + 1]
      if mark == UInt8(ascii: "!") || mark == UInt8(ascii: "?") { return true }
      if open > first, mayBeOne(text.bytes(ByteRange(start: first, count: open - first))) { return true }
      index = open
    }
    return false
  }

  /// Whether character data as written may be one of the texts.
  private func mayBeOne(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var isASCII = true
    for byte in bytes {
      // A `>` may be the one that ends the tag, and what stood before it an attribute; control characters are
      // damage, which is mended elsewhere.
      if byte == UInt8(ascii: "&") || byte == UInt8(ascii: ">") || byte < 0x20 && !isXMLBlank(byte) {
        return true
      }
      isASCII = isASCII && byte < 0x80
    }
    // What is no UTF-8 may be of a code page.
    guard isASCII || String(validating: bytes, as: UTF8.self) != nil else { return true }
    return isText(bytes) || isBinary(bytes)
  }
}
