/// Everything the logs of one site say, on one clock.
public struct CorrelatedSite: Sendable {
  /// By name, case-insensitively; indices are what episodes and members refer to.
  public var hosts: [Host]
  /// Index of the host whose clock is the reference, or nil when no log was read.
  public var referenceHost: Int?
  /// By start, then server, then client.
  public var episodes: [Episode]
  /// Every signal once (duplicates of overlapping exports removed), by corrected time.
  public var timeline: [Episode.Member]
  /// Indices into `timeline`, ascending, for each host.
  public var timelineOfHost: [[Int]]
  public var coverage: SiteCoverage

  public init(
    hosts: [Host] = [], referenceHost: Int? = nil, episodes: [Episode] = [],
    timeline: [Episode.Member] = [], coverage: SiteCoverage = .init()
  ) {
    self.hosts = hosts
    self.referenceHost = referenceHost
    self.episodes = episodes
    self.timeline = timeline
    self.coverage = coverage
    timelineOfHost = Array(repeating: [], count: hosts.count)
    for (index, member) in timeline.enumerated() { timelineOfHost[member.host].append(index) }
  }
}
