import EventSignals
import WindowsEventLog

/// Finds people whose session at the machine itself, or in the window of a hypervisor, comes and goes within
/// seconds, again and again.
///
/// Such sessions have no address and make no connection. Nobody takes his session back and leaves it three times
/// within minutes, so something throws him out.
enum FlickeringSessions {
  /// A session over within this was of use to nobody, in seconds.
  private static let glimpse = 45.0
  /// Sessions further apart have nothing to do with each other, in seconds.
  private static let together = 3_600.0
  /// So many in a row are no change of mind.
  private static let enough = 3

  /// The latest row of each host; `loose` are signals that belong to no connection.
  static func episodes(_ loose: [Episode.Member], hosts: [Host]) -> [Episode] {
    var byPerson: [PersonOnHost: [Episode.Member]] = [:]
    for member in loose where member.signal.role.beginsSession || member.signal.role.leavesSession {
      guard let user = AccountName(member.signal[.user])?.text else { continue }
      byPerson[PersonOnHost(host: member.host, user: user), default: []].append(member)
    }
    var latest: [Int: [Episode.Member]] = [:]
    // Of two rows that end at one moment the same is taken in every run.
    for person in byPerson.keys.sorted(by: { ($0.host, $0.user) < ($1.host, $1.user) }) {
      guard let row = lastRow((byPerson[person] ?? []).sorted(by: Episode.Member.inOrder)),
        let end = row.last?.time
      else {
        continue
      }
      if let known = latest[person.host]?.last?.time, known >= end { continue }
      latest[person.host] = row
    }
    return latest.keys.sorted().compactMap { host in
      latest[host].map { row in
        var episode = Episode(question: row, of: host, among: hosts)
        episode.phase = .session
        episode.user = AccountName(row[0].signal[.user])?.text
        episode.isRemoteDesktop = false
        return episode
      }
    }
  }

  private static func lastRow(_ members: [Episode.Member]) -> [Episode.Member]? {
    var found: [Episode.Member]?
    var row: [Episode.Member] = []
    var begun: Episode.Member?
    for member in members {
      if member.signal.role.beginsSession {
        begun = begun ?? member
        continue
      }
      guard let first = begun else { continue }
      begun = nil
      if let last = row.last, first.time.seconds(since: last.time) > together { row = [] }
      guard member.time.seconds(since: first.time) <= glimpse else {
        row = []
        continue
      }
      row += [first, member]
      if row.count >= 2 * enough { found = row }
    }
    return found
  }
}
