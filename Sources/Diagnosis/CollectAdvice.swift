import EventCorrelation
import EventSignals
import WindowsEventLog

/// Chooses the logs whose evidence would separate the leading causes most.
struct CollectAdvice: Sendable {
  let site: CorrelatedSite
  let causes: [PreparedCause]

  /// Logs asked for at once.
  static let limit = 4
  /// A diagnosis this sure asks for nothing more.
  static let sure = 0.9

  /// Best first; empty when the incident is settled.
  func advice(for incident: Incident) -> [CollectNext] {
    guard incident.verdict != .benign, let first = incident.hypotheses.first,
      incident.verdict == .undetermined || first.confidence < Self.sure
    else { return [] }
    var wanted = listenerLog(incident)
    for hypothesis in incident.hypotheses where hypothesis.outcome != .ruledOut {
      guard let cause = causes.first(where: { $0.rule.id == hypothesis.cause }) else { continue }
      for request in cause.rule.collect ?? [] {
        let machines = machines(in: request.role, incident)
        for machine in machines where !supplied(request.channel, machine.host, incident) {
          let wish = Wish(
            name: machine.name, channel: request.channel, reason: request.reason, worth: hypothesis.confidence
          )
          if let known = wanted.firstIndex(where: { $0.name == wish.name && $0.channel == wish.channel }) {
            wanted[known].worth += wish.worth
          } else {
            wanted.append(wish)
          }
        }
      }
    }
    return wanted.sorted { ($0.worth, $1.name, $1.channel) > ($1.worth, $0.name, $0.channel) }
      .prefix(Self.limit)
      .map {
        CollectNext(
          host: $0.name, channel: $0.channel, reason: $0.reason,
          command: ExportCommand(host: $0.name, channel: $0.channel, from: incident.start, to: incident.end)
            .text)
      }
  }

  /// What tells Remote Desktop from a file share comes before all else.
  private func listenerLog(_ incident: Incident) -> [Wish] {
    let channel = "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational"
    guard !incident.episodes.contains(where: \.isRemoteDesktop),
      !supplied(channel, incident.episodes[0].serverHost, incident)
    else { return [] }
    return [
      Wish(
        name: incident.server ?? "the session host", channel: channel,
        reason: "Shows whether Remote Desktop met this at all", worth: 1)
    ]
  }

  private struct Wish {
    var name: String
    var channel: String
    var reason: String
    var worth: Double
  }

  private func machines(in role: HostRole, _ incident: Incident) -> [(name: String, host: Int?)] {
    let episode = incident.episodes[0]
    switch role {
    case .client: return (incident.client ?? incident.clients.first).map { [($0, episode.clientHost)] } ?? []
    case .sessionHost: return [(incident.server ?? "the session host", episode.serverHost)]
    case .gateway: return [(incident.gateway ?? "the RD Gateway", episode.gatewayHost)]
    case .broker, .domainController, .licenseServer:
      let known = site.hosts.indices.filter { site.hosts[$0].roles.contains(role) }
      return known.isEmpty ? [(Self.article(role), nil)] : known.map { (site.hosts[$0].name, $0) }
    }
  }

  private static func article(_ role: HostRole) -> String {
    switch role {
    case .broker: "the connection broker"
    case .licenseServer: "the licence server"
    default: "the domain controller"
    }
  }

  private func supplied(_ channel: String, _ host: Int?, _ incident: Incident) -> Bool {
    guard let host else { return false }
    return site.coverage.covers(
      host: host, channel: channel, window: incident.start...max(incident.start, incident.end))
  }
}
