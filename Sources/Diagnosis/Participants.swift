import EventCorrelation
import EventSignals

/// Which machines of the site play which part in an episode.
struct Participants {
  let site: CorrelatedSite
  let episode: Episode

  /// Hosts whose log an item about `role` is looked for in; empty when no log of such a machine was supplied.
  func hosts(in role: HostRole?) -> [Int] {
    guard let role else {
      let own = [episode.clientHost, episode.serverHost, episode.gatewayHost].compactMap { $0 }
      return unique(own + episode.members.map(\.host) + hosts(in: .domainController))
    }
    switch role {
    case .client: return named(episode.clientHost, role: role)
    case .sessionHost: return named(episode.serverHost, role: role)
    case .gateway: return named(episode.gatewayHost, role: role)
    case .broker, .domainController, .licenseServer:
      return site.hosts.indices.filter { site.hosts[$0].hasLogs && site.hosts[$0].roles.contains(role) }
    }
  }

  /// A condition concerns one machine, whatever it is: its only host stands for every role it can have.
  private func named(_ host: Int?, role: HostRole) -> [Int] {
    if let host { return site.hosts[host].hasLogs ? [host] : [] }
    guard episode.kind == .hostCondition, let own = episode.serverHost else { return [] }
    return site.hosts[own].roles.contains(role) ? [own] : []
  }

  private func unique(_ hosts: [Int]) -> [Int] {
    var seen: Set<Int> = []
    return hosts.filter { seen.insert($0).inserted }
  }
}
