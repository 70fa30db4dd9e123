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
    var episodes = episodes
    for number in episodes.indices {
      episodes[number].clientHost = episodes[number].clientHost.map { place[$0] }
      episodes[number].serverHost = episodes[number].serverHost.map { place[$0] }
      episodes[number].gatewayHost = episodes[number].gatewayHost.map { place[$0] }
      for index in episodes[number].members.indices {
        episodes[number].members[index].host = place[episodes[number].members[index].host]
      }
    }
    episodes.sort(by: before)
    var coverage = coverage
    for index in coverage.entries.indices {
      coverage.entries[index].host = place[coverage.entries[index].host]
    }
    coverage.entries.sort { ($0.host, $0.channel.lowercased()) < ($1.host, $1.channel.lowercased()) }
    return CorrelatedSite(
      hosts: order.map { hosts[$0] }, referenceHost: reference.map { place[$0] }, episodes: episodes,
      timeline: line(timeline, place), coverage: coverage)
  }

  private static func line(_ timeline: [Episode.Member], _ place: [Int]) -> [Episode.Member] {
    let order = Signal.order(timeline.map { ($0.time.ticks, Int64(place[$0.host])) }) { timeline[$0].signal }
    return order.map { index in
      let member = timeline[index]
      return Episode.Member(signal: member.signal, host: place[member.host], time: member.time)
    }
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
