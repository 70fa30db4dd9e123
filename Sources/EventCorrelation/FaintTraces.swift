import EventSignals
import WindowsEventLog

/// Finds faults that other services log as well, on machines where nothing shows that Remote Desktop worked
/// afterwards.
///
/// Alone they prove nothing about Remote Desktop. Where the logs hold nothing else that failed, they are what
/// is left to ask about, and the answer is which log to export. The same goes for connections that a listener
/// took where no other log says what became of any.
enum FaintTraces {
  /// The latest such condition of each host; `loose` are signals that belong to no connection, and `successes`
  /// the moments at which each host proved to work, ascending.
  ///
  /// None where any of `episodes` is a question already.
  static func episodes(
    _ loose: [Episode.Member], beside episodes: [Episode], successes: [Int: [WindowsTime]], hosts: [Host]
  ) -> [Episode] {
    guard !episodes.contains(where: \.endsUnexplained) else { return [] }
    let told = Set(
      episodes.lazy.filter { $0.kind == .hostCondition }.flatMap { $0.members.map(\.signal.event) })
    let visited = Set(episodes.lazy.filter { $0.kind == .connectionAttempt }.compactMap(\.serverHost))
    let networks = HostNetworks.ofHosts(loose)
    func isLast(_ member: Episode.Member, before proof: WindowsTime?) -> Bool {
      proof.map { $0 < member.time } ?? true
    }
    func mayMatter(_ member: Episode.Member) -> Bool {
      if isKnock(member.signal) { return !visited.contains(member.host) }
      switch member.signal.role {
      case .networkFault:
        return hosts[member.host].roles.contains(.sessionHost)
          && isLast(member, before: networks[member.host]?.lastChange)
      case .networkChanged:
        return hosts[member.host].roles.contains(.sessionHost)
          && networks[member.host]?.strayedAt == member.time
      default: return isFault(member.signal)
      }
    }
    let members = loose.filter { member in
      mayMatter(member) && !told.contains(member.signal.event)
        && isLast(member, before: successes[member.host]?.last)
    }.sorted(by: Episode.Member.inOrder)
    var latest: [Int: Episode] = [:]
    for condition in HostConditions.episodes(members, successes: [:], returns: [:], hosts: hosts) {
      guard let host = condition.members.first?.host else { continue }
      latest[host] = condition
    }
    return latest.keys.sorted().compactMap { latest[$0] }.map { condition in
      var condition = condition
      let isRefusal = condition.members.allSatisfy { StructuralFacts.isRefusedByRemoteDesktop($0.signal) }
      condition.outcome = isRefusal ? .failed : .harmless
      condition.isRemoteDesktop = isRefusal || condition.members.allSatisfy { isKnock($0.signal) }
      condition.endsUnexplained = true
      return condition
    }
  }

  /// A connection that the listener took, and nothing tells what became of it.
  private static func isKnock(_ signal: Signal) -> Bool {
    signal.role == .connectionProgress && signal.phase == .tcp
  }

  /// Refused logons of the Security log are `StrayRefusals`; those of a living domain never end.
  private static func isFault(_ signal: Signal) -> Bool {
    guard !signal.standsAlone, !StructuralFacts.isSecurity(signal) else { return false }
    switch signal.role {
    case .tlsFailed, .certificateFault, .authenticationFailed, .authorizationFailed, .licenseFailed,
      .sessionFault, .gatewayFailed, .gatewayDenied, .brokerFailed, .serviceFailed, .directoryFault,
      .resourceFault, .connectionError, .listenerDown, .processCrashed, .unknownFault:
      return true
    default: return false
    }
  }
}
