/// Undoes what exporters do to values; the same rules for every way of reading.
enum FieldText {
  /// A value as the event holds it: white space with a line end in it, and nothing else, is an
  /// element that evtx_dump opened and closed on two lines.
  static func value(_ text: String) -> String {
    guard let first = text.utf8.first, isXMLBlank(first) else { return text }
    var sawLineEnd = false
    for byte in text.utf8 {
      guard isXMLBlank(byte) else { return text }
      sawLineEnd = sawLineEnd || byte == 0x0A
    }
    return sawLineEnd ? "" : text
  }

  /// Character data of an element that has child elements: layout around them, and fold marks, mean nothing.
  static func betweenElements(_ text: String) -> String {
    let trimmed = trimmed(text)
    return trimmed.utf8.allSatisfy { isXMLBlank($0) || $0 == UInt8(ascii: "-") } ? "" : trimmed
  }

  static func trimmed(_ text: String) -> String {
    let bytes = text.utf8
    guard let first = bytes.first, let last = bytes.last, isXMLBlank(first) || isXMLBlank(last) else {
      return text
    }
    guard let start = bytes.firstIndex(where: { !isXMLBlank($0) }),
      let end = bytes.lastIndex(where: { !isXMLBlank($0) })
    else { return "" }
    return String(text[start...end])
  }

  /// The items of an array that python-evtx wrote as text: `<string>a</string>\n<string>b</string>`; nil for any other value.
  static func pseudoArray(_ value: String) -> [String]? {
    var rest = Substring(trimmed(value))
    guard rest.hasPrefix("<string>"), rest.hasSuffix("</string>") else { return nil }
    var items: [String] = []
    while !rest.isEmpty {
      guard rest.hasPrefix("<string>"), let close = range(of: "</string>", in: rest) else { return nil }
      items.append(String(rest[rest.utf8.index(rest.startIndex, offsetBy: 8)..<close.lowerBound]))
      rest = rest[close.upperBound...].drop {
        $0 == "\n" || $0 == "\r" || $0 == "\r\n" || $0 == " " || $0 == "\t"
      }
    }
    return items
  }

  private static func range(of mark: String, in text: Substring) -> Range<Substring.Index>? {
    let bytes = text.utf8
    var index = bytes.startIndex
    while let place = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      if bytes[place...].starts(with: mark.utf8) {
        return place..<bytes.index(place, offsetBy: mark.utf8.count)
      }
      index = bytes.index(after: place)
    }
    return nil
  }
}
