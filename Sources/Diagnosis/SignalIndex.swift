import EventCorrelation
import EventSignals
import WindowsEventLog

/// Finds the signals of a host by rule and time without scanning its timeline.
struct SignalIndex: Sendable {
  let site: CorrelatedSite
  /// For each host: rule id to indices into `site.timeline`, ascending in time.
  private let byHost: [[String: [Int]]]
  /// For each host: when it logged something of a connection, ascending.
  private let active: [[WindowsTime]]
  /// For each host: channel in lower case to its place in the site's coverage.
  private let coverage: [[String: Int]]
  /// The attempts' members, and where to find those of an event.
  private let held: [(episode: Int32, member: Int32)]
  private let table: NumberTable

  init(_ site: CorrelatedSite) {
    self.site = site
    var rules = TextNumbers()
    var names: [String] = []
    var lists = Array(repeating: [[Int]](), count: site.hosts.count)
    var active = Array(repeating: [WindowsTime](), count: site.hosts.count)
    for index in site.timeline.indices {
      let host = site.timeline[index].host
      let rule = rules.number(of: site.timeline[index].signal.rule)
      if rule == names.count { names.append(site.timeline[index].signal.rule) }
      while lists[host].count <= rule { lists[host].append([]) }
      lists[host][rule].append(index)
      if !site.timeline[index].signal.role.concernsHost { active[host].append(site.timeline[index].time) }
    }
    self.active = active
    byHost = lists.map { lists in
      var byRule: [String: [Int]] = [:]
      for (rule, indices) in lists.enumerated() where !indices.isEmpty { byRule[names[rule]] = indices }
      return byRule
    }
    var coverage = Array(repeating: [String: Int](), count: site.hosts.count)
    for (place, entry) in site.coverage.entries.enumerated() {
      let channel = entry.channel.lowercased()
      if coverage[entry.host][channel] == nil { coverage[entry.host][channel] = place }
    }
    self.coverage = coverage
    let attempts = site.episodes.indices.filter { site.episodes[$0].kind == .connectionAttempt }
    var held: [(episode: Int32, member: Int32)] = []
    held.reserveCapacity(attempts.reduce(0) { $0 + site.episodes[$1].members.count })
    for episode in attempts {
      for member in site.episodes[episode].members.indices { held.append((Int32(episode), Int32(member))) }
    }
    var table = NumberTable(capacity: held.count)
    // The last put in are the first found.
    for number in held.indices.reversed() {
      let member = site.episodes[Int(held[number].episode)].members[Int(held[number].member)]
      table.insert(number, hash: Self.hash(member.signal.event))
    }
    self.held = held
    self.table = table
  }

  /// The attempts that hold an event, ascending.
  func attempts(holding event: EventReference) -> [Int] {
    var found: [Int] = []
    for number in table.numbers(hash: Self.hash(event)) {
      let (episode, member) = (Int(held[number].episode), Int(held[number].member))
      if found.last != episode, site.episodes[episode].members[member].signal.event == event {
        found.append(episode)
      }
    }
    return found
  }

  /// Place and time tell almost all events apart.
  private static func hash(_ event: EventReference) -> UInt64 {
    event.offset ^ (UInt64(bitPattern: event.rawTime.ticks) &* 0x9E37_79B9_7F4A_7C15)
  }

  /// What the absence of events from a host's channel (in lower case) in a window says, as `SiteCoverage` does.
  func covers(host: Int, folded channel: String, window: ClosedRange<WindowsTime>) -> Bool {
    coverage[host][channel].map { site.coverage.entries[$0].covers(window) } ?? false
  }

  /// Whether a host logged anything of a connection between two moments. O(log n).
  func isActive(host: Int, from: WindowsTime, to: WindowsTime) -> Bool {
    let next = active[host].firstIndex(atOrAfter: from) { $0 }
    return next < active[host].count && active[host][next] <= to
  }

  /// Whether a host logged the rule at all.
  func logs(host: Int, rule: String) -> Bool { byHost[host][rule] != nil }

  /// Timeline indices of a rule on a host within a window of corrected time, ascending. O(log n + hits).
  func indices(host: Int, rule: String, from: WindowsTime, to: WindowsTime) -> ArraySlice<Int> {
    guard from <= to, let indices = byHost[host][rule] else { return [] }
    let start = indices.firstIndex(atOrAfter: from) { site.timeline[$0].time }
    guard start < indices.count, site.timeline[indices[start]].time <= to else { return [] }
    let end = indices.partitioningIndex { site.timeline[$0].time > to }
    return indices[start..<end]
  }
}
