public import EventSignals
public import WindowsEventLog

/// What is in a set of logs, before anything is diagnosed: hosts, channels, spans, gaps, clears, damage.
public struct SiteStatistics: Sendable, Hashable {
  /// By name.
  public var hosts: [Host]
  public var sources: [Source]
  public var notices: [AnalysisNotice]

  /// A computer as the logs name it.
  public struct Host: Sendable, Hashable {
    public var name: String
    /// What its events prove it to be.
    public var roles: [HostRole]
    /// By name.
    public var channels: [Channel]
  }

  /// One channel of one computer, all sources together.
  public struct Channel: Sendable, Hashable {
    public var name: String
    /// Those that several sources hold count once.
    public var records: UInt64
    public var first: WindowsTime?
    public var last: WindowsTime?
    public var providers: Int
    /// Record ids that are missing between those seen.
    public var missing: UInt64
    /// Stretches of more than 10 minutes without a record.
    public var silences: Int
    /// When the log was cleared.
    public var clears: [WindowsTime]
  }

  public struct Source: Sendable, Hashable {
    public var path: String
    public var summary: SourceSummary
    public var signals: Int
  }

  public init(_ site: ReadSite) {
    var spans: [String: [String: SourceCoverage.Span]] = [:]
    var names: [String: String] = [:]
    var known = DuplicateCount()
    for source in site.sources {
      let repeats = known.addStretches(of: source.summary.coverage)
      for (key, whole) in source.summary.coverage.spans {
        var span = whole
        span.records &-= min(span.records, repeats[key] ?? 0)
        let host = key.computer.lowercased()
        let channel = key.channel
        names[host] = min(names[host] ?? key.computer, key.computer)
        if spans[host]?[channel] == nil {
          spans[host, default: [:]][channel] = span
        } else {
          spans[host]?[channel]?.merge(span)
        }
      }
    }
    var roles: [String: Set<HostRole>] = [:]
    var clears: [String: [String: Set<WindowsTime>]] = [:]
    for signal in site.sources.flatMap(\.signals) {
      let host = signal.event.computer.lowercased()
      if let role = signal.proves { roles[host, default: []].insert(role) }
      if signal.role == .logCleared {
        // Eventlog 104 lies in System and names the log it is about; 1102 lies in Security, which it is about.
        let channel = signal[.name] ?? signal.event.channel
        clears[host, default: [:]][channel.lowercased(), default: []].insert(signal.event.rawTime)
      }
    }
    hosts = spans.keys.sorted().map { host in
      Host(
        name: names[host] ?? host,
        roles: HostRole.allCases.filter { roles[host]?.contains($0) == true },
        channels: (spans[host] ?? [:]).sorted { $0.key < $1.key }.map { name, span in
          Channel(name, span, clears: (clears[host]?[name.lowercased()] ?? []).sorted())
        })
    }
    sources = site.sources.map { Source(path: $0.path, summary: $0.summary, signals: $0.signals.count) }
    notices = site.notices
  }
}

extension SiteStatistics.Channel {
  init(_ name: String, _ span: SourceCoverage.Span, clears: [WindowsTime]) {
    self.name = name
    records = span.records
    first = span.hasTimes ? span.first : nil
    last = span.hasTimes ? span.last : nil
    providers = span.providers.count
    missing = zip(span.recordIDs, span.recordIDs.dropFirst()).reduce(0) { sum, pair in
      sum &+ (pair.1.lowerBound &- pair.0.upperBound &- 1)
    }
    silences = span.silences.count
    self.clears = clears
  }
}
