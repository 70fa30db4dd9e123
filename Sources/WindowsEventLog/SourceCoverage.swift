/// What a source holds of each computer and channel, wanted records or not.
///
/// Absence of an event is evidence only where its log is known to cover the moment; this is what
/// is known.
public struct SourceCoverage: Sendable, Hashable {
  /// One computer and channel.
  public struct Key: Sendable, Hashable {
    public var computer: String
    public var channel: String

    public init(computer: String, channel: String) {
      self.computer = computer
      self.channel = channel
    }
  }

  /// The records of one computer and channel.
  public struct Span: Sendable, Hashable {
    public var records: UInt64
    /// Earliest time, as logged.
    public var first: WindowsTime
    /// Latest time, as logged.
    public var last: WindowsTime
    /// Record ids seen, as sorted, merged, disjoint ranges; the gaps between are missing records.
    public var recordIDs: [ClosedRange<UInt64>]
    /// Stretches without a record longer than `SourceCoverage.silence`, sorted.
    public var silences: [ClosedRange<WindowsTime>]
    /// Providers seen; an export filtered to a few covers only those.
    public var providers: Set<String>

    public init(
      records: UInt64, first: WindowsTime, last: WindowsTime,
      recordIDs: [ClosedRange<UInt64>] = [], silences: [ClosedRange<WindowsTime>] = [],
      providers: Set<String> = []
    ) {
      self.records = records
      self.first = first
      self.last = last
      self.recordIDs = recordIDs
      self.silences = silences
      self.providers = providers
    }
  }

  /// The silence worth knowing about: 10 minutes, in ticks.
  public static let silence: Int64 = 600 * WindowsTime.ticksPerSecond

  public var spans: [Key: Span]

  public init(spans: [Key: Span] = [:]) { self.spans = spans }
}
