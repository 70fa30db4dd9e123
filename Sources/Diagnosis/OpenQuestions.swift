import EventCorrelation

/// What is left to ask where nothing else was found: connections that ended, nobody knows why, or faults that
/// may have met one.
struct OpenQuestions {
  let site: CorrelatedSite
  let assessor: IncidentAssessor

  /// More than these nobody would ask about at once.
  private static let limit = 3

  /// Undetermined incidents, one for each server; none where a fault was found, since that is what the logs
  /// are about.
  func incidents(beside found: [Incident]) -> [Incident] {
    guard found.allSatisfy({ $0.verdict == .benign }) else { return [] }
    var groups: [[Int]] = []
    var places: [String: Int] = [:]
    for (number, episode) in site.episodes.enumerated() where episode.endsUnexplained {
      let key = [episode.gateway, episode.server].map { $0?.lowercased() ?? "" }
        .joined(separator: "\u{0}")
      if let place = places[key] {
        groups[place].append(number)
      } else {
        places[key] = groups.count
        groups.append([number])
      }
    }
    guard groups.count <= Self.limit else { return [] }
    return groups.map { assessor.incident(of: $0) }.filter { $0.verdict == .undetermined }
  }
}
