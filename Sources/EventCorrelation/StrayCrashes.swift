import EventSignals
import WindowsEventLog

/// Finds machines that went down against everybody's wish in logs that hold nothing else.
///
/// A crash beside connections is told by what became of them. Where the logs hold neither a connection nor
/// another fault, the crash is what somebody exported them for.
enum StrayCrashes {
  /// The same machine down again within this goes on with it, in seconds.
  private static let gap = 86_400.0

  /// One condition for each host and day; `loose` are signals that belong to no connection.
  static func episodes(_ loose: [Episode.Member], hosts: [Host]) -> [Episode] {
    var byHost: [Int: [Episode.Member]] = [:]
    for member in loose where member.signal.role == .hostCrashed {
      byHost[member.host, default: []].append(member)
    }
    return byHost.keys.sorted().flatMap { host in
      let members = (byHost[host] ?? []).sorted {
        $0.time == $1.time ? Signal.inOrder($0.signal, $1.signal) : $0.time < $1.time
      }
      var episodes: [Episode] = []
      for member in members {
        if let last = episodes.last, member.time.seconds(since: last.end) <= gap {
          episodes[episodes.count - 1].members.append(member)
          episodes[episodes.count - 1].end = member.time
        } else {
          var episode = Episode(kind: .hostCondition, start: member.time, end: member.time, outcome: .failed)
          episode.serverHost = host
          episode.server = hosts[host].name
          episode.members = [member]
          episodes.append(episode)
        }
      }
      return episodes
    }
  }
}
