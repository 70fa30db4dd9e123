public import WindowsEventLog

/// What was supplied of each host and channel, on the corrected clock, all sources merged.
public struct SiteCoverage: Sendable, Hashable {
  /// One host's one channel.
  public struct Entry: Sendable, Hashable {
    /// Index into `CorrelatedSite.hosts`.
    public var host: Int
    public var channel: String
    public var first: WindowsTime
    public var last: WindowsTime
    /// Stretches inside in which records are known or likely to be missing.
    public var gaps: [Gap]
    /// When the channel was cleared (Eventlog 1102, 104).
    public var clearedAt: [WindowsTime]
    /// Stretches of more than 10 minutes without a record.
    public var silences: [ClosedRange<WindowsTime>]
    /// Providers seen, lower case.
    public var providers: Set<String>

    public init(
      host: Int, channel: String, first: WindowsTime, last: WindowsTime, gaps: [Gap] = [],
      clearedAt: [WindowsTime] = [], silences: [ClosedRange<WindowsTime>] = [],
      providers: Set<String> = []
    ) {
      self.host = host
      self.channel = channel
      self.first = first
      self.last = last
      self.gaps = gaps
      self.clearedAt = clearedAt
      self.silences = silences
      self.providers = providers
    }
  }

  /// Missing records between two instants.
  public struct Gap: Sendable, Hashable {
    public var from: WindowsTime
    public var to: WindowsTime
    public var missingRecords: UInt64

    public init(from: WindowsTime, to: WindowsTime, missingRecords: UInt64) {
      self.from = from
      self.to = to
      self.missingRecords = missingRecords
    }
  }

  /// By host, then channel.
  public var entries: [Entry]

  public init(entries: [Entry] = []) { self.entries = entries }

  /// The entry of a host's channel (names compare without case), or nil when no log of it was supplied.
  public func entry(host: Int, channel: String) -> Entry? {
    let wanted = channel.lowercased()
    return entries.first { $0.host == host && $0.channel.lowercased() == wanted }
  }

  /// Whether the absence of events from a host's channel in a window says something: the window lies
  /// inside the channel's span, no gap touches it and no long silence surrounds it.
  public func covers(host: Int, channel: String, window: ClosedRange<WindowsTime>) -> Bool {
    entry(host: host, channel: channel)?.covers(window) ?? false
  }
}

extension SiteCoverage.Entry {
  /// Whether a window lies inside the channel's span, no gap touches it and no long silence surrounds it.
  package func covers(_ window: ClosedRange<WindowsTime>) -> Bool {
    guard first <= window.lowerBound, window.upperBound <= last else { return false }
    let broken = gaps.contains { $0.from <= window.upperBound && $0.to >= window.lowerBound }
    let silent = silences.contains {
      $0.lowerBound <= window.lowerBound && $0.upperBound >= window.upperBound
    }
    return !broken && !silent
  }
}
