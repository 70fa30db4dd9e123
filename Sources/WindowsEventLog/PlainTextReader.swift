/// Reads names and character data inside one record in place, or declines.
///
/// Declining (nil) means that libxml2 has to decide: bad characters, unknown references, bytes that
/// are no UTF-8. What it accepts, it turns into the string that an XML parser would give.
struct PlainTextReader {
  let text: PaddedText
  /// Where the record ends.
  let end: Int
  let valueLimit: Int

  /// The first byte that may be more than itself, or the end: `<`, `&`, `]`, a control character and, if asked, what
  /// is not ASCII.
  @inline(__always) private func special(from start: Int, beyondASCII: Bool) -> Int {
    var place = start
    while place < end {
      let word = text.word(at: place)
      var found =
        WordCompare.equal(word, UInt8(ascii: "<")) | WordCompare.equal(word, UInt8(ascii: "&"))
        | WordCompare.equal(word, UInt8(ascii: "]")) | WordCompare.control(word)
      if beyondASCII { found |= WordCompare.beyondASCII(word) }
      place += WordCompare.first(found)
      if found != 0 { break }
    }
    return min(place, end)
  }

  /// Character data and the index of the `<` after it.
  @inline(__always) func characterData(from start: Int) -> (value: String, end: Int)? {
    var place = start
    var needsRewriting = false
    while true {
      place = special(from: place, beyondASCII: true)
      guard place < end else { return nil }
      let byte = text[place]
      if byte == UInt8(ascii: "<") {
        guard place - start <= valueLimit else { return nil }
        if needsRewriting { return rewritten(start, place).map { ($0, place) } }
        return (ascii(start, place), place)
      }
      if byte >= 0x80 { return beyondASCII(from: start, at: place, needsRewriting) }
      guard accept(place, &needsRewriting) else { return nil }
      place += 1
    }
  }

  /// Character data that is its own text: ASCII without references, line ends or a blank at its beginning; nil for
  /// any other.
  @inline(__always) func plainData(from start: Int) -> ByteRange? {
    let place = special(from: start, beyondASCII: true)
    guard place < end, text[place] == UInt8(ascii: "<"), place - start <= valueLimit,
      !isXMLBlank(text[start])
    else { return nil }
    return ByteRange(start: start, count: place - start)
  }

  /// The same once a character beyond ASCII was met: it is not looked for any more, but validated at the end.
  private func beyondASCII(from start: Int, at first: Int, _ rewriting: Bool) -> (value: String, end: Int)? {
    var place = first
    var needsRewriting = rewriting
    while true {
      place = special(from: place, beyondASCII: false)
      guard place < end else { return nil }
      if text[place] == UInt8(ascii: "<") {
        guard place - start <= valueLimit, !holdsNoncharacter(start, place) else { return nil }
        let value = needsRewriting ? rewritten(start, place) : validated(start, place)
        return value.map { ($0, place) }
      }
      guard accept(place, &needsRewriting) else { return nil }
      place += 1
    }
  }

  /// Whether one of the special bytes may stand in character data.
  @inline(__always) private func accept(_ place: Int, _ needsRewriting: inout Bool) -> Bool {
    switch text[place] {
    case UInt8(ascii: "&"), 0x0D: needsRewriting = true
    case UInt8(ascii: "]"):
      return text[place + 1] != UInt8(ascii: "]") || text[place + 2] != UInt8(ascii: ">")
    case 0x09, 0x0A: break
    default: return false
    }
    return true
  }

  /// An attribute's value between quotes; its index is that of the opening one. References and line ends decline.
  @inline(__always) func quotedRange(at index: Int) -> ByteRange? {
    guard index < end else { return nil }
    let quote = text[index]
    guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
    var place = index + 1
    while place < end {
      let word = text.word(at: place)
      let found =
        WordCompare.equal(word, quote) | WordCompare.equal(word, UInt8(ascii: "&"))
        | WordCompare.equal(word, UInt8(ascii: "<")) | WordCompare.control(word)
      place += WordCompare.first(found)
      if found != 0 { break }
    }
    guard place < end, text[place] == quote, place - index <= valueLimit else { return nil }
    return ByteRange(start: index + 1, count: place - index - 1)
  }

  /// A stretch without references as a string; nil when it is no text.
  func string(_ range: ByteRange) -> String? {
    if text.isASCII(range) { return ascii(range.start, range.end) }
    return holdsNoncharacter(range.start, range.end) ? nil : validated(range.start, range.end)
  }

  /// A tag's name: ASCII, without a prefix.
  @inline(__always) func name(at start: Int) -> ByteRange? {
    guard start < end else { return nil }
    let first = text[start]
    guard (first | 0x20) &- UInt8(ascii: "a") < 26 || first == UInt8(ascii: "_") else { return nil }
    var index = start + 1
    while index < end, text[index] < 0x80, isNameByte(text[index]) { index += 1 }
    guard index < end, isNameEnd(text[index]) || text[index] == UInt8(ascii: "=") else { return nil }
    return ByteRange(start: start, count: index - start)
  }

  @inline(__always) func skipBlanks(_ start: Int) -> Int {
    var index = start
    while index < end, isXMLBlank(text[index]) { index += 1 }
    return index
  }

  @inline(__always) private func ascii(_ start: Int, _ end: Int) -> String {
    String(decoding: UnsafeBufferPointer(start: text.base + start, count: end - start), as: UTF8.self)
  }

  private func validated(_ start: Int, _ end: Int) -> String? {
    String(validating: UnsafeBufferPointer(start: text.base + start, count: end - start), as: UTF8.self)
  }

  /// U+FFFE and U+FFFF are valid UTF-8 but no characters of XML.
  private func holdsNoncharacter(_ start: Int, _ end: Int) -> Bool {
    var index = start
    while index + 2 < end {
      if text[index] == 0xEF, text[index + 1] == 0xBF, text[index + 2] >= 0xBE { return true }
      index += 1
    }
    return false
  }

  /// Resolves references and makes every line end a line feed, as XML does (section 2.11).
  private func rewritten(_ start: Int, _ end: Int) -> String? {
    var output: [UInt8] = []
    output.reserveCapacity(end - start)
    var index = start
    while index < end {
      let byte = text[index]
      if byte == 0x0D {
        output.append(0x0A)
        index += index + 1 < end && text[index + 1] == 0x0A ? 2 : 1
        continue
      }
      guard byte == UInt8(ascii: "&") else {
        output.append(byte)
        index += 1
        continue
      }
      var close = index + 1
      while close < end, close - index < 12, text[close] != UInt8(ascii: ";") { close += 1 }
      guard close < end, text[close] == UInt8(ascii: ";"), close > index + 1 else { return nil }
      let name = text.bytes(ByteRange(start: index + 1, count: close - index - 1))
      if let character = CharacterReference.predefined(name) {
        output.append(character)
      } else if let scalar = CharacterReference.scalar(name), CharacterReference.isAllowed(scalar) {
        UTF8Sequence.append(scalar, to: &output)
      } else {
        return nil
      }
      index = close + 1
    }
    return String(validating: output, as: UTF8.self)
  }
}
