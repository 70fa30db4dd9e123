public import WindowsEventLog

/// One event of the logs, as evidence cites it.
public struct EventReference: Sendable, Hashable, Codable {
  /// The path of its source, `archive.zip!/member.xml` inside an archive.
  public var source: String
  /// Bytes from the start of that file or member.
  public var offset: UInt64
  /// System/Computer as logged.
  public var computer: String
  public var channel: String
  public var provider: String
  public var eventID: UInt32
  public var recordID: UInt64?
  /// UTC by the logging machine's own clock.
  public var rawTime: WindowsTime

  public init(
    source: String, offset: UInt64, computer: String, channel: String, provider: String,
    eventID: UInt32, recordID: UInt64?, rawTime: WindowsTime
  ) {
    self.source = source
    self.offset = offset
    self.computer = computer
    self.channel = channel
    self.provider = provider
    self.eventID = eventID
    self.recordID = recordID
    self.rawTime = rawTime
  }

  /// The place and time are enough to tell almost all events apart, and cheap to hash.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(offset)
    hasher.combine(rawTime)
  }
}
