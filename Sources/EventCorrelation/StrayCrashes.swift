import EventSignals
import WindowsEventLog

/// Finds machines that went down against everybody's wish in logs where nothing else went wrong.
///
/// A crash that cut connections off is told by what became of them. Where the logs hold no trouble at all, the
/// crash is what somebody exported them for, unless people came and went before and after as if it had not been.
enum StrayCrashes {
  /// The same machine down again within this goes on with it, in seconds.
  private static let gap = 86_400.0
  /// Whoever was there that shortly before may have left because of it, in seconds.
  private static let recent = 3_600.0
  /// A machine that nobody came back to was missed, if somebody had used it within this, in seconds.
  private static let inUse = 7 * 86_400.0

  /// One condition for each host and day; `loose` are signals that belong to no connection, and `successes` the
  /// moments at which each host proved to work, ascending.
  ///
  /// None where any of `episodes` went wrong.
  static func episodes(
    _ loose: [Episode.Member], beside episodes: [Episode], successes: [Int: [WindowsTime]], hosts: [Host]
  ) -> [Episode] {
    guard episodes.allSatisfy({ $0.kind == .connectionAttempt && !$0.wentWrong }) else { return [] }
    var ends: [Int: [WindowsTime]] = [:]
    var questions: [Int: [WindowsTime]] = [:]
    for episode in episodes {
      guard let host = episode.serverHost else { continue }
      ends[host, default: []].append(episode.end)
      if episode.endsUnexplained, episode.outcome == .open || episode.outcome == .succeeded,
        !episode.beginsSession
      {
        questions[host, default: []].append(episode.end)
      }
    }
    var byHost: [Int: [Episode.Member]] = [:]
    for member in loose where member.signal.role == .hostCrashed {
      let before = (ends[member.host] ?? []).map { member.time.seconds(since: $0) }.filter { $0 >= 0 }.min()
      let worked = successes[member.host]?.last.map { $0 > member.time } ?? false
      // Who got nothing before it met something else, and somebody may have cut the power because of it.
      let isLate = (questions[member.host] ?? []).contains {
        (0...recent).contains(member.time.seconds(since: $0))
      }
      guard !isLate else { continue }
      guard episodes.isEmpty || before.map({ $0 <= (worked ? recent : inUse) }) ?? false else { continue }
      byHost[member.host, default: []].append(member)
    }
    return byHost.keys.sorted().flatMap { host in
      let members = (byHost[host] ?? []).sorted(by: Episode.Member.inOrder)
      var episodes: [Episode] = []
      for member in members {
        if let last = episodes.last, member.time.seconds(since: last.end) <= gap {
          episodes[episodes.count - 1].members.append(member)
          episodes[episodes.count - 1].end = member.time
        } else {
          episodes.append(Episode(condition: [member], of: host, among: hosts, outcome: .failed))
        }
      }
      return episodes
    }
  }
}
