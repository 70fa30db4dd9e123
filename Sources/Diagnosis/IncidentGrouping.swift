import EventCorrelation
import EventSignals
import WindowsEventLog

/// Sorts the episodes that went wrong into incidents.
///
/// One incident has the same client, server, user where known, disconnect code and first cause, no gap
/// over 15 minutes and no success in between; a host condition takes in the attempts it explains.
struct IncidentGrouping {
  let site: CorrelatedSite
  private let successes: SuccessTimes
  private let causes: FirstCauses

  init(site: CorrelatedSite, assessor: IncidentAssessor, successes: SuccessTimes) {
    self.site = site
    self.successes = successes
    causes = FirstCauses(assessor)
  }

  /// The longest quiet stretch inside one incident, in seconds.
  static let attemptGap = 900.0
  /// The same for a fault that a host reports again and again.
  static let conditionGap = 86_400.0
  /// Attempts of one run that are looked at one by one; a larger run is a storm and taken whole.
  static let storm = 64

  /// Groups of indices into the site's episodes, each ascending, ordered by their first episode.
  func groups() -> [[Int]] {
    var attempts = runs(of: .connectionAttempt, gap: Self.attemptGap).flatMap(splitByCause)
    let conditions = joined(
      runs(of: .hostCondition, gap: Self.conditionGap).flatMap(splitByCause))
    var result: [[Int]] = []
    for condition in conditions {
      guard let cause = causes.likely(of: condition) else {
        result.append(condition)
        continue
      }
      var taken = condition
      let isSure = servesOthers(condition[0]) && causes.first(of: condition) != nil
      attempts.removeAll { attempt in
        guard condition.contains(where: { servesOthers($0) || passes(attempt[0], $0) }),
          near(attempt, condition) || mayBeNear(attempt, condition),
          // What an attempt only hints at, the machine it needs may say outright.
          (isSure ? causes.hinted(of: attempt) : causes.first(of: attempt)) == cause
        else { return false }
        taken += attempt
        return true
      }
      result.append(taken.sorted())
    }
    return (result + attempts).sorted { $0[0] < $1[0] }
  }

  /// A fault of a server that others need and what they report of it, taken together.
  private func joined(_ conditions: [[Int]]) -> [[Int]] {
    var groups: [(episodes: [Int], cause: String?)] = []
    for condition in conditions {
      // What such a server says may be too little to be sure of alone, and bear out what others say.
      let cause = servesOthers(condition[0]) ? causes.likely(of: condition) : causes.first(of: condition)
      let fitting = groups.firstIndex { group in
        guard let cause, group.cause == cause else { return false }
        return (servesOthers(condition[0]) || group.episodes.contains(where: servesOthers))
          && near(condition, group.episodes)
      }
      if let fitting {
        groups[fitting].episodes = (groups[fitting].episodes + condition).sorted()
      } else {
        groups.append((condition, cause))
      }
    }
    return groups.map(\.episodes)
  }

  /// Whether an episode is about a broker, a licence server or a domain controller.
  private func servesOthers(_ episode: Int) -> Bool {
    site.episodes[episode].serverHost.map {
      site.hosts[$0].roles.contains { $0 == .broker || $0 == .licenseServer || $0 == .domainController }
    } ?? false
  }

  private func isDiagnosable(_ episode: Int, _ kind: Episode.Kind) -> Bool {
    guard site.episodes[episode].kind == kind else { return false }
    switch site.episodes[episode].outcome {
    case .failed, .lost: return true
    case .succeeded, .harmless: return false
    case .open: return kind == .hostCondition
    }
  }

  /// Episodes of one kind with the same parties, close together.
  private func runs(of kind: Episode.Kind, gap: Double) -> [[Int]] {
    var open: [String: [Int]] = [:]
    // The latest run of a user at a server: an attempt whose client no log names goes with it.
    var latest: [String: Int] = [:]
    var runs: [Run] = []
    for number in site.episodes.indices where isDiagnosable(number, kind) {
      let episode = site.episodes[number]
      let parties = Parties(episode)
      func isFitting(_ run: Int) -> Bool {
        episode.start.seconds(since: runs[run].last) <= gap && runs[run].takes(episode, parties)
          && !successes.between(runs[run].last, episode.start, like: episode)
      }
      let known = open[parties.machines]?.last(where: isFitting)
      let fitting =
        known ?? parties.userAtServer.flatMap { latest[$0] }.flatMap { isFitting($0) ? $0 : nil }
      let run = fitting ?? runs.count
      if known == nil {
        // Runs that are too old for this episode are too old for all that follow.
        open[parties.machines, default: []].removeAll { episode.start.seconds(since: runs[$0].last) > gap }
        open[parties.machines, default: []].append(run)
      }
      if fitting == nil {
        runs.append(Run(number, episode, parties))
      } else {
        runs[run].add(number, episode, parties)
      }
      if let key = parties.userAtServer { latest[key] = run }
    }
    return runs.map(\.episodes)
  }

  /// Episodes in a row that may be one incident: what one of them does not know, another may.
  private struct Run {
    var episodes: [Int]
    var last: WindowsTime
    var client: String?
    var user: String?
    var reason: UInt32?

    init(_ number: Int, _ episode: Episode, _ parties: Parties) {
      episodes = [number]
      last = episode.end
      client = parties.client
      user = parties.user
      reason = episode.disconnectReason
    }

    func takes(_ episode: Episode, _ parties: Parties) -> Bool {
      if let client, let other = parties.client, client != other { return false }
      if let user, let other = parties.user, user != other { return false }
      if let reason, let other = episode.disconnectReason, reason != other { return false }
      return true
    }

    mutating func add(_ number: Int, _ episode: Episode, _ parties: Parties) {
      episodes.append(number)
      last = max(last, episode.end)
      client = client ?? parties.client
      user = user ?? parties.user
      reason = reason ?? episode.disconnectReason
    }
  }

  /// Who takes part in an episode; a condition of a host is nobody's.
  private struct Parties {
    let client: String?
    let user: String?
    /// Client and server as a key.
    let machines: String
    /// User and server as a key, where both are known.
    let userAtServer: String?

    init(_ episode: Episode) {
      func party(_ host: Int?, _ name: String?) -> String? { host.map { "#\($0)" } ?? name?.lowercased() }
      let isCondition = episode.kind == .hostCondition
      let client = isCondition ? nil : party(episode.clientHost, episode.client)
      let user = isCondition ? nil : episode.user.map(EpisodeIdentity.account)
      let server = party(episode.serverHost, episode.server)
      machines = (client ?? "") + "\u{0}" + (server ?? "")
      userAtServer = server.flatMap { server in user.map { $0 + "\u{0}" + server } }
      (self.client, self.user) = (client, user)
    }
  }

  /// Cuts a run where the first cause changes; an episode without a sure cause goes with its neighbours.
  private func splitByCause(_ run: [Int]) -> [[Int]] {
    guard run.count > 1, run.count <= Self.storm else { return [run] }
    // Codes of attempts of which others tell why they failed: they say as much where the client alone tells.
    let explained = Set(
      run.lazy.filter { !isToldByClient($0) && causes.first(of: [$0]) != nil }
        .compactMap { site.episodes[$0].disconnectReason })
    var groups: [[Int]] = []
    var current: [Int] = []
    var cause: String?
    for episode in run {
      let isExplained =
        isToldByClient(episode) && site.episodes[episode].disconnectReason.map(explained.contains) ?? false
      let own = isExplained ? nil : causes.first(of: [episode])
      if let own, let sure = cause, own != sure {
        groups.append(current)
        current = []
        cause = own
      }
      current.append(episode)
      cause = cause ?? own
    }
    groups.append(current)
    return groups
  }

  /// Whether the client's log is all there is of an attempt.
  private func isToldByClient(_ episode: Int) -> Bool {
    let episode = site.episodes[episode]
    return episode.kind == .connectionAttempt && episode.members.allSatisfy { $0.host == episode.clientHost }
  }

  /// Whether an attempt leads to, through or from the machine a condition is about.
  private func passes(_ attempt: Int, _ condition: Int) -> Bool {
    let (attempt, condition) = (site.episodes[attempt], site.episodes[condition])
    guard let host = condition.serverHost ?? condition.gatewayHost ?? condition.clientHost else {
      return false
    }
    return [attempt.serverHost, attempt.gatewayHost, attempt.clientHost].contains(host)
  }

  private func near(_ one: [Int], _ other: [Int]) -> Bool {
    let starts = (span(one).lowerBound, span(other).lowerBound)
    let ends = (span(one).upperBound, span(other).upperBound)
    // A lasting fault explains what fails by it later in the day; attempts before it only shortly before.
    return starts.0.seconds(since: ends.1) <= Self.conditionGap
      && starts.1.seconds(since: ends.0) <= Self.attemptGap
  }

  /// The same where nothing ties the clock of a machine that others need to theirs: what it says of the time says
  /// little.
  private func mayBeNear(_ attempt: [Int], _ condition: [Int]) -> Bool {
    guard servesOthers(condition[0]), let host = site.episodes[condition[0]].serverHost,
      site.hosts[host].clock.source == .assumed
    else { return false }
    let (one, other) = (span(attempt), span(condition))
    return one.lowerBound.seconds(since: other.upperBound) <= Self.conditionGap
      && other.lowerBound.seconds(since: one.upperBound) <= Self.conditionGap
  }

  private func span(_ group: [Int]) -> ClosedRange<WindowsTime> {
    let first = site.episodes[group[0]]
    return group.dropFirst().reduce(first.start...max(first.start, first.end)) { range, number in
      let episode = site.episodes[number]
      return min(range.lowerBound, episode.start)...max(range.upperBound, episode.end)
    }
  }
}
