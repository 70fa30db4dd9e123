extension DecidingTextSearch {
  /// Whether the data of an event written as JSON may hold one of the texts; true where unsure.
  func mayStand(inJSON text: PaddedText, from start: Int, to end: Int) -> Bool {
    var index = start
    // The last two keys met: which values stand for themselves is seen by them.
    var key = ByteRange.none
    var outerKey = ByteRange.none
    while index < end {
      let byte = text[index]
      if byte == UInt8(ascii: "\"") {
        guard let string = JSONString(text, at: index, end: end) else { return true }
        index = string.next
        if string.isKey {
          (outerKey, key) = (key, string.range)
          continue
        }
        if mayBeOne(string, in: text) { return true }
      } else if byte == UInt8(ascii: "[") {
        // Items of any other list are put together into one value.
        guard Self.isData(key, in: text) || text.isText(key, "#text") && Self.isData(outerKey, in: text)
        else {
          return true
        }
        index += 1
      } else if Self.isScalar(byte) {
        let first = index
        while index < end, Self.isScalar(text[index]) { index += 1 }
        if isText(text.bytes(ByteRange(start: first, count: index - first))) { return true }
      } else {
        index += 1
      }
    }
    return false
  }

  private static func isData(_ key: ByteRange, in text: PaddedText) -> Bool { text.isText(key, "Data") }

  /// Whether a byte is part of a number, true, false or null.
  private static func isScalar(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || byte | 0x20 &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: "+") || byte == UInt8(ascii: ".")
  }

  private func mayBeOne(_ string: JSONString, in text: PaddedText) -> Bool {
    let bytes = text.bytes(string.range)
    switch string.escapes {
    case .others, .damaged: return true
    case .plain: return holdsEscaped
    case .none: break
    }
    // What is no UTF-8 may be of a code page.
    guard string.isASCII || String(validating: bytes, as: UTF8.self) != nil else { return true }
    return isText(bytes) || isBinary(bytes)
  }
}

extension DecidingFieldSearch {
  /// How much an event written as JSON matters by its data; wanted where that cannot be told.
  func interest(inJSON text: PaddedText, from start: Int, to end: Int) -> RecordInterest {
    number(inJSON: text, from: start, to: end).map { interest(of: $0) } ?? .wanted
  }

  /// The number of `"name": 3` or `"name": "3"`.
  private func number(inJSON text: PaddedText, from start: Int, to end: Int) -> UInt64? {
    var index = start
    while let quote = text.first(UInt8(ascii: "\""), from: index), quote + bytes.count + 2 < end {
      index = quote + 1
      var place = index + bytes.count
      guard text[place] == UInt8(ascii: "\""), text.holds(bytes, at: index) else { continue }
      place = JSONString.skipBlanks(text, from: place + 1, end: end)
      guard place < end, text[place] == UInt8(ascii: ":") else { continue }
      place = JSONString.skipBlanks(text, from: place + 1, end: end)
      let isQuoted = place < end && text[place] == UInt8(ascii: "\"")
      let first = isQuoted ? place + 1 : place
      var last = first
      while last < end, last - first <= Self.longest, !Self.isEnd(text[last]) { last += 1 }
      guard last < end, Self.isEnd(text[last]), isQuoted == (text[last] == UInt8(ascii: "\"")) else {
        return nil
      }
      return HeaderNumber.parse(text.bytes(ByteRange(start: first, count: last - first)))
    }
    return nil
  }

  private static func isEnd(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || isXMLBlank(byte)
  }
}
