/// The System properties.
extension RecordAssembler {
  /// Makes a record of its System properties; what follows System is added by `addRest`.
  mutating func record(
    _ header: RecordHeaderValues, _ layout: SystemLayout, _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> EventRecord {
    let names = templates.headerNames
    var record = EventRecord(
      provider: names.text(header.provider), eventID: header.eventID,
      channel: names.trimmed(header.channel), computer: names.trimmed(header.computer))
    if let source = header.eventSourceName {
      record.eventSourceName = names.text(source).isEmpty ? nil : names.text(source)
    }
    record.time = header.time
    record.recordID = header.recordID
    record.providerGUID = try guid(layout.properties.providerGUID, layout, values)
    record.qualifiers = try number(layout.properties.qualifiers, layout, values)
    record.version = try number(layout.properties.version, layout, values)
    record.level = try number(layout.properties.level, layout, values)
    record.task = try number(layout.properties.task, layout, values)
    record.opcode = try number(layout.properties.opcode, layout, values)
    record.keywords = try number(layout.properties.keywords, layout, values)
    record.activityID = try guid(layout.properties.activityID, layout, values)
    record.relatedActivityID = try guid(layout.properties.relatedActivityID, layout, values)
    record.processID = try number(layout.properties.processID, layout, values)
    record.threadID = try number(layout.properties.threadID, layout, values)
    record.userID = try identifier(layout.properties.userID, layout, values)
    return record
  }

  /// The values of the properties that every record is asked for, wanted or not.
  mutating func header(
    _ layout: SystemLayout, _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> RecordHeaderValues {
    guard let eventID: UInt32 = try number(layout.properties.eventID, layout, values) else { throw .noHeader }
    var header = RecordHeaderValues(eventID: eventID)
    let empty = templates.headerNames.emptyNumber
    header.provider = try nameNumber(layout.properties.provider, layout, values) ?? empty
    header.eventSourceName = try nameNumber(layout.properties.eventSourceName, layout, values)
    header.channel = try nameNumber(layout.properties.channel, layout, values) ?? empty
    header.computer = try nameNumber(layout.properties.computer, layout, values) ?? empty
    header.recordID = try number(layout.properties.recordID, layout, values)
    header.time = try time(layout.properties.time, layout, values)
    return header
  }

  /// The value a property is made of alone, unless what it depends on is null.
  @inline(__always)
  private func value(_ property: SystemProperties.Property, _ values: [BinXMLValue]) -> BinXMLValue? {
    let index = property.value
    guard index >= 0, index < values.count, !values[index].isNull, isPresent(property, values) else {
      return nil
    }
    return values[index]
  }

  @inline(__always)
  private func isPresent(_ property: SystemProperties.Property, _ values: [BinXMLValue]) -> Bool {
    let dependency = property.dependency
    return dependency < 0 || dependency >= values.count || !values[dependency].isNull
  }

  @inline(__always)
  private mutating func nameNumber(
    _ property: SystemProperties.Property, _ layout: SystemLayout, _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> Int? {
    if property.literalNumber >= 0 {
      return isPresent(property, values) ? property.literalNumber : nil
    }
    if let value = value(property, values), value.type == .string {
      return templates.headerNames.number(of: bytes.unchecked(value.size & ~1, at: value.offset))
    }
    return try text(property, layout, values).map { templates.headerNames.number(of: $0) }
  }

  private mutating func number<Number: FixedWidthInteger>(
    _ property: SystemProperties.Property, _ layout: SystemLayout, _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> Number? {
    if let value = value(property, values), let number = value.unsigned(in: bytes) {
      return Number(exactly: number)
    }
    guard let text = try text(property, layout, values) else { return nil }
    return HeaderNumber.parse(text).flatMap { Number(exactly: $0) }
  }

  private mutating func time(
    _ property: SystemProperties.Property, _ layout: SystemLayout, _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> WindowsTime? {
    if let value = value(property, values), let time = value.time(in: bytes) { return time }
    return try text(property, layout, values).flatMap { WindowsTime(iso8601: $0) }
  }

  private mutating func guid(
    _ property: SystemProperties.Property, _ layout: SystemLayout, _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> String? {
    if let value = value(property, values), value.type == .guid, value.size == 16 {
      return templates.guids.text(of: bytes.unchecked(16, at: value.offset)) {
        BinXMLGUID.text(bytes, at: value.offset, letters: UInt8(ascii: "a"))
      }
    }
    return try text(property, layout, values).map { GUID.canonical($0) ?? $0 }
  }

  private mutating func identifier(
    _ property: SystemProperties.Property, _ layout: SystemLayout, _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> String? {
    guard let value = value(property, values), value.type == .sid, value.size > 0 else {
      return try text(property, layout, values)
    }
    return templates.identifiers.text(of: bytes.unchecked(value.size, at: value.offset)) {
      var isRepaired = false
      return value.text(in: bytes, isRepaired: &isRepaired)
    }
  }

  /// The text of a property; nil when it is absent or empty.
  private mutating func text(
    _ property: SystemProperties.Property, _ layout: SystemLayout, _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> String? {
    guard let content = layout.content(property), isPresent(property, values) else { return nil }
    let text = try self.text(of: content, values)
    return text.isEmpty ? nil : text
  }
}

/// What is read of every record, wanted or not; names by their number among the header names.
struct RecordHeaderValues {
  var provider = 0
  var eventSourceName: Int?
  var eventID: UInt32
  var channel = 0
  var computer = 0
  var recordID: UInt64?
  var time: WindowsTime?

  init(eventID: UInt32) { self.eventID = eventID }
}
