/// A deciding field, ready to be looked for in the bytes of a record.
struct DecidingFieldSearch {
  let bytes: [UInt8]
  private let field: DecidingField

  /// Longest number that is looked at, in bytes: that of 32 bits in either notation.
  static let longest = 10

  init(_ field: DecidingField) {
    bytes = Array(field.name.utf8)
    self.field = field
  }

  var name: String { field.name }

  /// How much a record matters by what lies in a stretch of its text; wanted where that cannot be told.
  func interest(in text: PaddedText, from start: Int, to end: Int) -> RecordInterest {
    value(in: text, from: start, to: end).map { interest(of: $0) } ?? .wanted
  }

  /// The same by the text of the field.
  func interest(of value: String) -> RecordInterest {
    guard value.utf8.count <= Self.longest, let number = HeaderNumber.parse(value) else { return .wanted }
    return interest(of: number)
  }

  func interest(of value: UInt64) -> RecordInterest {
    if field.wanted.contains(value) { return .wanted }
    return field.supporting.contains(value) ? .supporting : .none
  }

  /// The number of `<Data Name='…'>number</Data>`; nil unless it stands there as plain digits.
  private func value(in text: PaddedText, from start: Int, to end: Int) -> UInt64? {
    guard let first = bytes.first else { return nil }
    var index = start
    while let place = text.first(first, from: index), place + bytes.count + 3 < end {
      index = place + 1
      let quote = text[place - 1]
      let after = place + bytes.count
      guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""), text[after] == quote,
        text[after + 1] == UInt8(ascii: ">"), text.holds(bytes, at: place)
      else { continue }
      return Self.number(text, from: after + 2, to: end)
    }
    return nil
  }

  private static func number(_ text: PaddedText, from start: Int, to end: Int) -> UInt64? {
    var close = start
    while close < end, close - start <= longest, text[close] != UInt8(ascii: "<") { close += 1 }
    guard close < end, text[close] == UInt8(ascii: "<") else { return nil }
    // A negative number has several notations; who compares them reads the record.
    return HeaderNumber.parse(text.bytes(ByteRange(start: start, count: close - start)))
  }
}
