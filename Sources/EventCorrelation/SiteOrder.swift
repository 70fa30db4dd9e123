import EventSignals
import WindowsEventLog

/// Puts a site's parts into the order that reports promise.
enum SiteOrder {
  /// Sorts hosts by name and renumbers everything that points at them.
  static func arrange(
    hosts: [Host], reference: Int?, episodes: [Episode], timeline: [Episode.Member], coverage: SiteCoverage
  ) -> CorrelatedSite {
    let order = hosts.indices.sorted {
      (hosts[$0].name.lowercased(), hosts[$0].name, $0) < (hosts[$1].name.lowercased(), hosts[$1].name, $1)
    }
    var place = Array(repeating: 0, count: hosts.count)
    for (position, host) in order.enumerated() { place[host] = position }
    let moved = episodes.map { episode in
      var episode = episode
      episode.clientHost = episode.clientHost.map { place[$0] }
      episode.serverHost = episode.serverHost.map { place[$0] }
      episode.gatewayHost = episode.gatewayHost.map { place[$0] }
      for index in episode.members.indices {
        episode.members[index].host = place[episode.members[index].host]
      }
      return episode
    }
    var coverage = coverage
    for index in coverage.entries.indices {
      coverage.entries[index].host = place[coverage.entries[index].host]
    }
    coverage.entries.sort { ($0.host, $0.channel.lowercased()) < ($1.host, $1.channel.lowercased()) }
    let line = timeline.map { Episode.Member(signal: $0.signal, host: place[$0.host], time: $0.time) }
    return CorrelatedSite(
      hosts: order.map { hosts[$0] }, referenceHost: reference.map { place[$0] },
      episodes: moved.sorted(by: before), timeline: line.sorted(by: earlier), coverage: coverage)
  }

  private static func before(_ left: Episode, _ right: Episode) -> Bool {
    if left.start != right.start { return left.start < right.start }
    let one = [left.server ?? "", left.client ?? "", left.user ?? "", left.kind.rawValue]
    let other = [right.server ?? "", right.client ?? "", right.user ?? "", right.kind.rawValue]
    if one != other { return one.lexicographicallyPrecedes(other) }
    guard let first = left.members.first, let second = right.members.first else {
      return left.members.count < right.members.count
    }
    return earlier(first, second)
  }

  private static func earlier(_ left: Episode.Member, _ right: Episode.Member) -> Bool {
    if left.time != right.time { return left.time < right.time }
    if left.host != right.host { return left.host < right.host }
    return Signal.inOrder(left.signal, right.signal)
  }
}
