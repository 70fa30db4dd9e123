import EventSignals
import WindowsEventLog

/// Makes episodes of faults that no attempt in the logs shows.
struct HostConditions {
  /// Faults this close are one condition, in seconds.
  private static let gap = 900.0
  /// The same rule again within a day goes on with it.
  private static let sameRuleGap = 86_400.0

  /// Events this close are one stroke of a fault, in seconds.
  private static let strikeLength = 3.0

  private struct Group {
    var members: [Episode.Member]
    var rules: Set<String>
    var last: WindowsTime
  }

  /// Conditions by host; `members` are signals that stand alone, by time.
  /// `successes` are the moments at which each host proved to work, ascending.
  /// `returns` are those at which a service or listener came up, which ends a mere stop of it, and `joins` those at
  /// which a host joined its farm, which ends what its broker refused it.
  static func episodes(
    _ members: [Episode.Member], successes: [Int: [WindowsTime]], returns: [Int: [WindowsTime]],
    joins: [Int: [WindowsTime]] = [:], hosts: [Host]
  ) -> [Episode] {
    var groups: [Int: [Group]] = [:]
    for member in members {
      var own = groups[member.host] ?? []
      if let at = place(member, in: own) {
        own[at].members.append(member)
        own[at].rules.insert(member.signal.rule)
        own[at].last = max(own[at].last, member.time)
      } else {
        own.append(Group(members: [member], rules: [member.signal.rule], last: member.time))
      }
      groups[member.host] = own
    }
    return groups.keys.sorted().flatMap { host in
      (groups[host] ?? []).map { group in
        var proofs = [successes[host]?.last]
        if group.members.allSatisfy({ $0.signal.role == .serviceStopped || $0.signal.role == .listenerDown })
        {
          proofs.append(returns[host]?.last)
        }
        func isProof(_ proof: WindowsTime?) -> Bool { proof.map { $0 > group.last } ?? false }
        let joined =
          group.members.allSatisfy { $0.signal.role == .brokerFailed } && isProof(joins[host]?.last)
        let worked = joined || (proofs.contains(where: isProof) && isOver(group))
        return episode(group, host: host, hosts: hosts, worked: worked)
      }
    }
  }

  /// Whether a proof that the host works ends the matter.
  ///
  /// A fault that lasts (a certificate, a stopped listener) is over then. One that strikes single
  /// connections says nothing of others that work: it stays what it was, unless it struck but once. Nor does it where
  /// the listener serves everybody with a certificate of its own instead of the one chosen for it.
  private static func isOver(_ group: Group) -> Bool {
    var strikes = 0
    var last: WindowsTime?
    for member in group.members {
      if member.signal.role == .processCrashed || StructuralFacts.isOfChosenCertificate(member.signal) {
        return false
      }
      guard member.signal.strikesSingly else { continue }
      if let last, member.time.seconds(since: last) < strikeLength { continue }
      last = member.time
      strikes += 1
    }
    return strikes < 2
  }

  private static func place(_ member: Episode.Member, in groups: [Group]) -> Int? {
    groups.indices.reversed().first { index in
      let silent = member.time.seconds(since: groups[index].last)
      return silent <= gap || (silent <= sameRuleGap && groups[index].rules.contains(member.signal.rule))
    }
  }

  private static func episode(_ group: Group, host: Int, hosts: [Host], worked: Bool) -> Episode {
    var episode = Episode(
      kind: .hostCondition, start: group.members[0].time, end: group.last,
      outcome: worked ? .succeeded : .failed)
    episode.phase = group.members.compactMap(\.signal.phase).max()
    let proved = group.members.compactMap(\.signal.proves)
    if proved.contains(.gateway) {
      episode.gatewayHost = host
      episode.gateway = hosts[host].name
    } else if proved.contains(.client), !hosts[host].roles.contains(.sessionHost) {
      episode.clientHost = host
      episode.client = hosts[host].name
    }
    if episode.clientHost == nil {
      episode.serverHost = host
      episode.server = hosts[host].name
    }
    let users = Set(group.members.compactMap { AccountName($0.signal[.user])?.text })
    if users.count == 1 { episode.user = users.first }
    episode.members = group.members
    let first = group.members[0]
    episode.links = group.members.dropFirst().prefix(200).map {
      Episode.Link(
        kind: .time, gapMilliseconds: $0.time.seconds(since: first.time) * 1000, from: first.signal,
        to: $0.signal)
    }
    return episode
  }
}

extension Signal {
  /// Whether such a fault hits one connection while others may pass.
  fileprivate var strikesSingly: Bool {
    switch role {
    case .tlsFailed, .authenticationFailed, .authorizationFailed, .connectionError, .licenseFailed,
      .sessionFault, .gatewayFailed, .brokerFailed, .resourceFault:
      true
    // A packet of somebody, not a rule for everybody.
    case .firewallBlocked: self[.peer] != nil
    default: false
    }
  }
}
