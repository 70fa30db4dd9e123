import EventCorrelation
import EventSignals
import WindowsEventLog

/// Weighs all causes against a group of episodes and makes an incident of them.
struct IncidentAssessor: Sendable {
  let index: SignalIndex
  let causes: [PreparedCause]
  let threshold: Double
  /// Codes that only causes know which lie before a session.
  private let setUpCodes: Set<String>

  init(index: SignalIndex, causes: [PreparedCause], threshold: Double) {
    (self.index, self.causes, self.threshold) = (index, causes, threshold)
    let isSetUp = causes.flatMap { cause in
      let isEarly = cause.rule.phase.map { $0 < .session } ?? false
      return (cause.rule.priorByReason ?? [:]).keys.map { ($0, isEarly) }
    }
    setUpCodes = Set(Dictionary(isSetUp) { $0 && $1 }.filter(\.value).keys)
  }

  /// The ranking of every cause for episodes taken as one incident.
  func ranking(of episodes: [Int], among causes: [PreparedCause]? = nil) -> Ranking {
    let search = EvidenceSearch(index: index, episodes: episodes)
    let members = episodes.map { index.site.episodes[$0] }
    let reason = Self.commonest(members.compactMap(\.disconnectReason))
    let phase = members.compactMap(\.phase).max()
    let neverArrived = members.allSatisfy(\.neverArrived)
    // After a session came up such a code tells of a later leg of the same attempt: the client had gone back by
    // itself, or the broker had sent it on.
    let laterLeg = reason.map { setUpCodes.contains(String($0)) } ?? false
    return Ranking(
      (causes ?? self.causes).map {
        CauseAssessment(
          $0, search: search, reason: reason, phase: phase, neverArrived: neverArrived, laterLeg: laterLeg)
      }, threshold: threshold, isRemoteDesktop: members.contains(where: \.isRemoteDesktop))
  }

  /// The cause that is diagnosed, or nil where none is sure enough.
  func firstCause(of episodes: [Int]) -> String? {
    guard let first = ranking(of: episodes).hypotheses.first, first.outcome == .matched,
      first.confidence >= threshold
    else { return nil }
    return first.cause
  }

  /// The cause whose necessary evidence is there and that leads, sure or not.
  func likelyCause(of episodes: [Int]) -> String? {
    ranking(of: episodes).hypotheses.first.flatMap { $0.outcome == .matched ? $0.cause : nil }
  }

  /// The same, where at least one event of the episodes themselves speaks for it.
  func hintedCause(of episodes: [Int]) -> String? {
    guard let first = ranking(of: episodes).hypotheses.first, first.outcome == .matched else { return nil }
    let own = Set(episodes.flatMap { index.site.episodes[$0].members.map(\.signal.event) })
    return first.evidence.contains { evidence in
      evidence.supports && evidence.member.map { own.contains($0.signal.event) } ?? false
    } ? first.cause : nil
  }

  /// The incident these episodes make; `collectNext` and `triggers` are still empty.
  func incident(of episodes: [Int], among causes: [PreparedCause]? = nil) -> Incident {
    let ranking = ranking(of: episodes, among: causes)
    let members = episodes.map { index.site.episodes[$0] }
    var incident = Incident(
      verdict: verdict(of: ranking), episodes: members, hypotheses: ranking.hypotheses,
      unexplained: ranking.unexplained)
    let clients = Self.distinct(members.compactMap(\.client))
    incident.clients = clients
    incident.client = clients.count == 1 ? clients[0] : nil
    incident.server = Self.commonest(members.compactMap(\.server))
    incident.gateway = Self.commonest(members.compactMap(\.gateway))
    let users = Self.distinct(members.compactMap(\.user))
    incident.user =
      users.count == 1 ? users[0] : (clients.count == 1 ? Self.commonest(members.compactMap(\.user)) : nil)
    incident.disconnectReason = Self.commonest(members.compactMap(\.disconnectReason))
    incident.extendedReason = Self.commonest(members.compactMap(\.extendedReason))
    return incident
  }

  private func verdict(of ranking: Ranking) -> Incident.Verdict {
    guard let first = ranking.hypotheses.first, first.outcome == .matched, first.confidence >= threshold
    else { return .undetermined }
    let rule = causes.first { $0.rule.id == first.cause }?.rule
    return rule?.benign == true ? .benign : .diagnosed
  }

  /// Each name once (without case), sorted.
  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0.lowercased()).inserted }
      .sorted { ($0.lowercased(), $0) < ($1.lowercased(), $1) }
  }

  /// The value that occurs most often; of several the one that comes last.
  private static func commonest<Value: Hashable>(_ values: [Value]) -> Value? {
    var counts: [Value: Int] = [:]
    for value in values { counts[value, default: 0] += 1 }
    let most = counts.values.max()
    return values.last { counts[$0] == most }
  }
}
