import EventSignals
import WindowsEventLog

/// Finds people who are given a new session again and again while their last one is still there.
///
/// A host gives everybody back the session that was left. Where the manager writes down the ends of sessions, and
/// never the end of these, the host does not know that their people have long been gone.
enum DesertedSessions {
  /// So many times, for one person, are no chance.
  private static let enough = 2
  /// Seconds between the two logons: at once it is a second window, and after days the log has lost the first.
  private static let apart = 60.0...86_400.0

  private struct Logon {
    var index: Int
    var time: WindowsTime
    var session: String
  }

  /// Sets `endsUnexplained` where that is so; `starts` are the moments at which each host started or reported a
  /// crash.
  static func mark(_ episodes: inout [Episode], starts: [Int: [WindowsTime]]) {
    var logons: [PersonOnHost: [Logon]] = [:]
    var tellsEnds: Set<Int> = []
    for (index, episode) in episodes.enumerated() where episode.kind == .connectionAttempt {
      guard let host = episode.serverHost else { continue }
      if episode.members.contains(where: { $0.host == host && $0.signal.role == .sessionEnded }) {
        tellsEnds.insert(host)
      }
      guard let logon = episode.members.first(where: { StructuralFacts.isLogonOfSession($0.signal) }),
        let session = logon.signal[.session], let user = AccountName(episode.user)?.text,
        NetworkName(logon.signal[.peer]) != nil
      else { continue }
      logons[PersonOnHost(host: host, user: user), default: []].append(
        Logon(index: index, time: logon.time, session: session))
    }
    for (person, own) in logons where tellsEnds.contains(person.host) {
      let inOrder = own.sorted { ($0.time, $0.index) < ($1.time, $1.index) }
      let found = zip(inOrder, inOrder.dropFirst()).compactMap { first, second -> Int? in
        guard first.session != second.session, apart.contains(second.time.seconds(since: first.time)),
          isDeserted(episodes[first.index]),
          !starts[person.host, default: []].contains(where: { first.time < $0 && $0 < second.time })
        else { return nil }
        return first.index
      }
      guard found.count >= enough else { continue }
      for index in found { episodes[index].endsUnexplained = true }
    }
  }

  /// Whether a session worked and nothing tells of its end.
  private static func isDeserted(_ episode: Episode) -> Bool {
    (episode.outcome == .succeeded || episode.outcome == .open)
      && !episode.members.contains { member in
        member.signal.role.leavesSession || member.signal.role == .connectionClosed
          || member.signal.role == .clientDisconnected
      }
  }
}
