/// Choices of the reader that change words, never findings.
public struct ReportOptions: Sendable {
  public var clock: ReportClock
  /// What a disconnect reason and extended reason mean, in a few words; nil when unknown.
  public var describeReason: @Sendable (_ reason: UInt32, _ extended: UInt32?) -> String?

  public init(
    clock: ReportClock = .utc,
    describeReason: @escaping @Sendable (UInt32, UInt32?) -> String? = DisconnectMeaning.text
  ) {
    self.clock = clock
    self.describeReason = describeReason
  }
}
