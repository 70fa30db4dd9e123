public import EventCorrelation
public import WindowsEventLog

extension Report {
  /// What was supplied of one host's one channel, on the corrected clock.
  public struct Coverage: Sendable, Hashable {
    public var host: String
    public var channel: String
    public var first: WindowsTime
    public var last: WindowsTime
    public var gaps: [SiteCoverage.Gap]
    public var clearedAt: [WindowsTime]
    public var silences: [ClosedRange<WindowsTime>]

    public init(host: String, entry: SiteCoverage.Entry) {
      self.host = host
      channel = entry.channel
      first = entry.first
      last = entry.last
      gaps = entry.gaps
      clearedAt = entry.clearedAt
      silences = entry.silences
    }
  }
}
