import EventCorrelation
import EventSignals

/// Connections that worked and ended in a way an administrator may ask about: a limit, somebody's action.
struct QuietEndings {
  let site: CorrelatedSite
  let assessor: IncidentAssessor

  /// One benign incident for each such connection.
  func incidents() -> [Incident] {
    let causes = assessor.causes.filter { $0.rule.benign == true && $0.rule.quiet != true }
    // Nearly every connection ends in an event of these rules; the values in it tell the few that matter.
    var telling: [String: [FieldCondition]] = [:]
    for item in causes.flatMap({ $0.necessaryAll + $0.necessaryAny }) {
      for rule in item.rules { telling[rule, default: []].append(item.condition) }
    }
    return site.episodes.enumerated().compactMap { number, episode in
      guard episode.outcome == .succeeded || episode.outcome == .harmless,
        episode.kind == .connectionAttempt,
        episode.members.contains(where: { member in
          telling[member.signal.rule]?.contains { $0.holds(for: member.signal) } == true
        })
      else { return nil }
      let incident = assessor.incident(of: [number], among: causes)
      return incident.verdict == .benign ? incident : nil
    }
  }
}
