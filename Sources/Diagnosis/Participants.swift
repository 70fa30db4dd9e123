import EventCorrelation
import EventSignals
import WindowsEventLog

/// Which machines of the site play which part in an episode, and who its parties are.
///
/// A class, worked out once for an episode and asked by every item of every cause.
final class Participants {
  let site: CorrelatedSite
  let episode: Episode
  let identity: EpisodeIdentity
  /// The only host whose log its events are from, if it is one.
  let onlyHost: Int?
  /// The machine that never heard of the attempt, since a gateway turned it away or its name was not found.
  let unasked: Int?
  private let everyone: [Int]
  private let inRole: [HostRole: [Int]]

  init(site: CorrelatedSite, episode: Episode) {
    self.site = site
    self.episode = episode
    identity = EpisodeIdentity(site: site, episode: episode)
    let first = episode.members.first?.host
    onlyHost = episode.members.allSatisfy { $0.host == first } ? first : nil
    unasked = episode.isTurnedAway || episode.isUnresolvedInDomain(of: site) ? episode.serverHost : nil
    var inRole: [HostRole: [Int]] = [:]
    for role in HostRole.allCases { inRole[role] = Self.hosts(in: role, site, episode) }
    let own = [episode.clientHost, episode.serverHost, episode.gatewayHost].compactMap { $0 }
    var seen: Set<Int> = []
    everyone = (own + episode.members.map(\.host) + (inRole[.domainController] ?? [])).filter {
      seen.insert($0).inserted
    }
    self.inRole = inRole
  }

  /// Hosts whose log an item about `role` is looked for in; empty when no log of such a machine was supplied.
  func hosts(in role: HostRole?) -> [Int] {
    guard let role else { return everyone }
    return inRole[role] ?? []
  }

  private static func hosts(in role: HostRole, _ site: CorrelatedSite, _ episode: Episode) -> [Int] {
    switch role {
    case .client: named(episode.clientHost, role, site, episode)
    case .sessionHost: named(episode.serverHost, role, site, episode)
    case .gateway: named(episode.gatewayHost, role, site, episode)
    case .broker, .domainController, .licenseServer:
      site.hosts.indices.filter { site.hosts[$0].hasLogs && site.hosts[$0].roles.contains(role) }
    }
  }

  /// A condition concerns one machine, whatever it is: its only host stands for every role it can have.
  private static func named(_ host: Int?, _ role: HostRole, _ site: CorrelatedSite, _ episode: Episode)
    -> [Int]
  {
    if let host { return site.hosts[host].hasLogs ? [host] : [] }
    guard episode.kind == .hostCondition, let own = episode.serverHost else { return [] }
    return site.hosts[own].roles.contains(role) ? [own] : []
  }
}
