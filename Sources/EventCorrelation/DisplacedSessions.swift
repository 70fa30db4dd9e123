import EventSignals
import WindowsEventLog

/// Finds people who lose their session at the very moment at which somebody else begins one, again and again.
///
/// Once it is chance, or a machine that serves one person at a time and asked. Three times, without a reason in the
/// log, the one takes the session from the other.
enum DisplacedSessions {
  /// Seconds from the logon of one to the end of the other.
  private static let moment = 3.0
  /// So many are no chance.
  private static let enough = 3

  /// Sets `endsUnexplained` where that is so; `loose` are signals that belong to no connection.
  static func mark(_ episodes: inout [Episode], _ loose: [Episode.Member]) {
    var begins: [Int: [(time: WindowsTime, user: String)]] = [:]
    func note(_ member: Episode.Member) {
      guard member.signal.role.beginsSession,
        let user = AccountName(member.signal[.user])?.text
      else { return }
      begins[member.host, default: []].append((member.time, user))
    }
    loose.forEach(note)
    for episode in episodes { episode.members.forEach(note) }
    begins = begins.mapValues { $0.sorted { $0.time < $1.time } }
    var found: [Int: [Int]] = [:]
    for (index, episode) in episodes.enumerated() {
      guard episode.kind == .connectionAttempt, episode.outcome == .succeeded, let host = episode.serverHost,
        let user = AccountName(episode.user)?.text, !UnexplainedEndings.isWanted(episode),
        let end = episode.members.last(where: { $0.signal.role == .sessionDisconnected })?.time,
        isTaken(from: user, at: end, begins[host] ?? [])
      else { continue }
      found[host, default: []].append(index)
    }
    for own in found.values where own.count >= enough {
      for index in own { episodes[index].endsUnexplained = true }
    }
  }

  private static func isTaken(
    from user: String, at end: WindowsTime, _ begins: [(time: WindowsTime, user: String)]
  ) -> Bool {
    let first = begins.firstIndex(atOrAfter: end.advanced(bySeconds: -moment)) { $0.time }
    return begins[first...].prefix { $0.time <= end }.contains { $0.user != user }
  }
}
