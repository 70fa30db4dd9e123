/// The deciding fields of one provider, ready to be looked for in the bytes of a record.
struct DecidingFieldTable {
  private struct Entry {
    var eventID: UInt32
    var name: [UInt8]
    var field: DecidingField
  }

  private var entries: [Entry]

  /// Longest number that is looked at, in bytes: that of 32 bits in either notation.
  private static let longest = 10

  init(_ fields: [UInt32: DecidingField]) {
    entries = fields.sorted { $0.key < $1.key }.map {
      Entry(eventID: $0.key, name: Array($0.value.name.utf8), field: $0.value)
    }
  }

  /// How much a record matters by what lies in a stretch of its text; wanted where that cannot be told.
  func interest(eventID: UInt32, in text: PaddedText, from start: Int, to end: Int) -> RecordInterest {
    guard let entry = entries.first(where: { $0.eventID == eventID }),
      let value = Self.value(named: entry.name, in: text, from: start, to: end)
    else { return .wanted }
    if entry.field.wanted.contains(value) { return .wanted }
    return entry.field.supporting.contains(value) ? .supporting : .none
  }

  /// The same by the data of a record that was read.
  func interest(eventID: UInt32, in data: [EventRecord.DataItem]) -> RecordInterest {
    guard let entry = entries.first(where: { $0.eventID == eventID }),
      let item = data.first(where: { $0.name == entry.field.name }),
      item.value.utf8.count <= Self.longest, let value = HeaderNumber.parse(item.value)
    else { return .wanted }
    if entry.field.wanted.contains(value) { return .wanted }
    return entry.field.supporting.contains(value) ? .supporting : .none
  }

  /// The number of `<Data Name='…'>number</Data>`; nil unless it stands there as plain digits.
  private static func value(named name: [UInt8], in text: PaddedText, from start: Int, to end: Int) -> UInt64?
  {
    guard let first = name.first else { return nil }
    var index = start
    while let place = text.first(first, from: index), place + name.count + 3 < end {
      index = place + 1
      let quote = text[place - 1]
      let after = place + name.count
      guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\""), text[after] == quote,
        text[after + 1] == UInt8(ascii: ">"), text.holds(name, at: place)
      else { continue }
      return number(text, from: after + 2, to: end)
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
