/// The System properties.
extension RecordAssembler {
  /// Makes a record of its System properties; what follows System is added by `addRest`.
  mutating func record(
    _ header: RecordHeaderValues, _ layout: SystemLayout, _ values: BinXMLValues
  ) throws(BinXMLFault) -> EventRecord {
    let names = templates.headerNames
    let properties = layout.properties
    let fragment = BinXMLFragment(tree: layout.tree, values: values)
    var record = EventRecord(
      provider: names.text(header.provider), eventID: header.eventID,
      channel: names.trimmed(header.channel), computer: names.trimmed(header.computer))
    if let source = header.eventSourceName {
      record.eventSourceName = names.text(source).isEmpty ? nil : names.text(source)
    }
    record.time = header.time
    record.recordID = header.recordID
    record.providerGUID = try guid(properties.pointee.providerGUID, fragment)
    record.qualifiers = try number(properties.pointee.qualifiers, fragment)
    record.version = try number(properties.pointee.version, fragment)
    record.level = try number(properties.pointee.level, fragment)
    record.task = try number(properties.pointee.task, fragment)
    record.opcode = try number(properties.pointee.opcode, fragment)
    record.keywords = try number(properties.pointee.keywords, fragment)
    record.activityID = try guid(properties.pointee.activityID, fragment)
    record.relatedActivityID = try guid(properties.pointee.relatedActivityID, fragment)
    record.processID = try number(properties.pointee.processID, fragment)
    record.threadID = try number(properties.pointee.threadID, fragment)
    record.userID = try identifier(properties.pointee.userID, fragment)
    return record
  }

  /// The values of the properties that every record is asked for, read with every care.
  ///
  /// `SystemProperties.header` gives the same for nearly every record, faster.
  mutating func header(
    _ layout: SystemLayout, _ values: BinXMLValues
  ) throws(BinXMLFault) -> RecordHeaderValues {
    let properties = layout.properties.pointee
    let fragment = BinXMLFragment(tree: layout.tree, values: values)
    guard let eventID: UInt32 = try number(properties.eventID, fragment) else { throw .noHeader }
    var header = RecordHeaderValues(eventID: eventID)
    let empty = templates.headerNames.emptyNumber
    header.provider = try nameNumber(properties.provider, fragment) ?? empty
    header.eventSourceName = try nameNumber(properties.eventSourceName, fragment)
    header.channel = try nameNumber(properties.channel, fragment) ?? empty
    header.computer = try nameNumber(properties.computer, fragment) ?? empty
    header.recordID = try number(properties.recordID, fragment)
    header.time = try time(properties.time, fragment)
    return header
  }

  private mutating func nameNumber(
    _ property: SystemProperties.Property, _ fragment: BinXMLFragment
  ) throws(BinXMLFault) -> Int? {
    if property.literalNumber >= 0 {
      return fragment.values.allow(property.dependency) ? Int(property.literalNumber) : nil
    }
    if let value = property.value(in: fragment.values), value.type == .string {
      return templates.headerNames.number(of: bytes.unchecked(value.size & ~1, at: value.offset))
    }
    return try text(property, fragment).map { templates.headerNames.number(of: $0) }
  }

  @inline(__always)
  private mutating func number<Number: FixedWidthInteger>(
    _ property: SystemProperties.Property, _ fragment: BinXMLFragment
  ) throws(BinXMLFault) -> Number? {
    guard property.content != nil else { return nil }
    if let value = property.value(in: fragment.values), let number = value.unsigned(in: bytes) {
      return Number(exactly: number)
    }
    return try numberInText(property, fragment).flatMap { Number(exactly: $0) }
  }

  private mutating func numberInText(
    _ property: SystemProperties.Property, _ fragment: BinXMLFragment
  ) throws(BinXMLFault) -> UInt64? {
    try text(property, fragment).flatMap { HeaderNumber.parse($0) }
  }

  private mutating func time(
    _ property: SystemProperties.Property, _ fragment: BinXMLFragment
  ) throws(BinXMLFault) -> WindowsTime? {
    if let value = property.value(in: fragment.values), let time = value.time(in: bytes) { return time }
    return try text(property, fragment).flatMap { WindowsTime(iso8601: $0) }
  }

  private mutating func guid(
    _ property: SystemProperties.Property, _ fragment: BinXMLFragment
  ) throws(BinXMLFault) -> String? {
    guard property.content != nil else { return nil }
    if let value = property.value(in: fragment.values), value.type == .guid, value.size == 16 {
      return templates.guids.text(of: bytes.unchecked(16, at: value.offset)) {
        BinXMLGUID.text(bytes, at: value.offset, letters: UInt8(ascii: "a"))
      }
    }
    return try text(property, fragment).map { GUID.canonical($0) ?? $0 }
  }

  private mutating func identifier(
    _ property: SystemProperties.Property, _ fragment: BinXMLFragment
  ) throws(BinXMLFault) -> String? {
    guard property.content != nil else { return nil }
    guard let value = property.value(in: fragment.values), value.type == .sid, value.size > 0 else {
      return try text(property, fragment)
    }
    return templates.identifiers.text(of: bytes.unchecked(value.size, at: value.offset)) {
      var isRepaired = false
      return value.text(in: bytes, isRepaired: &isRepaired)
    }
  }

  /// The text of a property; nil when it is absent or empty.
  private mutating func text(
    _ property: SystemProperties.Property, _ fragment: BinXMLFragment
  ) throws(BinXMLFault) -> String? {
    guard let content = property.content, fragment.values.allow(property.dependency) else { return nil }
    let text = try self.text(of: fragment, content)
    return text.isEmpty ? nil : text
  }
}
