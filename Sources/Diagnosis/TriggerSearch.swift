import EventCorrelation
import WindowsEventLog

/// Finds what changed between the last success and the first failure.
struct TriggerSearch: Sendable {
  let index: SignalIndex
  let triggers: [PreparedCause]
  let successes: SuccessTimes

  /// How far back a change still counts when no earlier success is known, in seconds.
  static let reach = 86_400.0
  /// How far before its end a change still counts for a session that had worked, in seconds.
  static let drop = 300.0

  /// Ids of trigger causes with evidence on the server or the client in that time, sorted.
  func triggers(before incident: Incident) -> [String] {
    guard let first = incident.episodes.first, incident.verdict != .benign else { return [] }
    let hosts = [first.serverHost, first.clientHost].compactMap { $0 }
    let success = first.serverHost.flatMap { successes.last(server: $0, before: incident.start) }
    var from = success ?? incident.start.advanced(bySeconds: -Self.reach)
    var to = incident.start
    if first.outcome == .succeeded {
      to = first.end
      from = max(first.start, to.advanced(bySeconds: -Self.drop))
    }
    return triggers.filter { trigger in
      (trigger.necessaryAny + trigger.necessaryAll).contains { prepared in
        hosts.contains { host in
          prepared.rules.contains { rule in
            index.indices(host: host, rule: rule, from: from, to: to).contains {
              prepared.condition.holds(for: index.site.timeline[$0].signal)
            }
          }
        }
      }
    }.map(\.rule.id)
  }
}
