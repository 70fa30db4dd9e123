extension EventRecord {
  /// The System element of a record that was read in place; nil when libxml2 has to judge a value.
  init?(_ header: SystemHeader, in text: PaddedText, names: HeaderStrings) {
    self.init(
      provider: names.provider, eventID: header.eventID, channel: names.channel, computer: names.computer)
    eventSourceName = names.source
    guard Self.read(header.qualifiers, text, into: &qualifiers),
      Self.read(header.version, text, into: &version),
      Self.read(header.level, text, into: &level), Self.read(header.task, text, into: &task),
      Self.read(header.opcode, text, into: &opcode), Self.read(header.keywords, text, into: &keywords),
      Self.read(header.processID, text, into: &processID), Self.read(header.threadID, text, into: &threadID),
      Self.readGUID(header.providerGUID, text, into: &providerGUID),
      Self.readGUID(header.activityID, text, into: &activityID),
      Self.readGUID(header.relatedActivityID, text, into: &relatedActivityID)
    else { return nil }
    recordID = header.recordID
    if header.systemTime.count > 0 {
      guard let instant = WindowsTime(iso8601: text.bytes(header.systemTime)) else { return nil }
      time = instant
    }
    if header.userID.count > 0 {
      let bytes = text.bytes(header.userID)
      guard bytes.allSatisfy({ $0 < 0x80 }) else { return nil }
      userID = String(decoding: bytes, as: UTF8.self)
    }
  }

  private static func read<Number: FixedWidthInteger>(
    _ range: ByteRange, _ text: PaddedText, into number: inout Number?
  ) -> Bool {
    guard range.count > 0 else { return true }
    guard let value = HeaderNumber.parse(text.bytes(range)) else { return false }
    number = Number(exactly: value)
    return true
  }

  private static func readGUID(_ range: ByteRange, _ text: PaddedText, into guid: inout String?) -> Bool {
    guard range.count > 0 else { return true }
    guid = GUID.canonical(text.bytes(range))
    return guid != nil
  }
}

/// The interned names of one header.
struct HeaderStrings {
  var provider: String
  var source: String?
  var channel: String
  var computer: String
}
