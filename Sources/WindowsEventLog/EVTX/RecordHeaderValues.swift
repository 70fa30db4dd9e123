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

extension SystemProperties.Property {
  /// The value the property is made of alone; nil where that is null or what it depends on is.
  @inline(__always)
  func value(in values: BinXMLValues) -> BinXMLValue? {
    guard let found = values[value], !found.isNull, values.allow(dependency) else { return nil }
    return found
  }
}

extension SystemProperties {
  /// Reads the header where every property is stored the way Windows stores it; nil where one is not.
  @inline(__always)
  func header(_ values: BinXMLValues, _ bytes: ChunkBytes, _ names: HeaderNames) -> RecordHeaderValues? {
    guard let id = eventID.value(in: values), id.type == .uint16, id.size == 2,
      let provider = Self.name(provider, .provider, values, bytes, names),
      let channel = Self.name(channel, .channel, values, bytes, names),
      let computer = Self.name(computer, .computer, values, bytes, names),
      let recordID = recordID.value(in: values), recordID.type == .uint64, recordID.size == 8,
      let time = time.value(in: values), time.type == .fileTime, time.size == 8,
      let ticks = Int64(exactly: bytes.unchecked64(at: time.offset))
    else { return nil }
    var header = RecordHeaderValues(eventID: UInt32(bytes.unchecked16(at: id.offset)))
    if eventSourceName.content != nil {
      guard eventSourceName.literalNumber >= 0 else { return nil }
      if values.allow(eventSourceName.dependency) {
        header.eventSourceName = Int(eventSourceName.literalNumber)
      }
    }
    header.provider = provider
    header.channel = channel
    header.computer = computer
    header.recordID = bytes.unchecked64(at: recordID.offset)
    header.time = WindowsTime(ticks: ticks)
    return header
  }

  @inline(__always)
  private static func name(
    _ property: Property, _ kind: HeaderNames.Kind, _ values: BinXMLValues, _ bytes: ChunkBytes,
    _ names: HeaderNames
  ) -> Int? {
    if property.literalNumber >= 0 {
      return values.allow(property.dependency) ? Int(property.literalNumber) : nil
    }
    guard let value = property.value(in: values), value.type == .string else { return nil }
    return names.number(of: bytes.unchecked(value.size & ~1, at: value.offset), kind)
  }
}
