import EventSignals
import WindowsEventLog

/// Finds people whose name and password were taken and who wait for minutes until they have a session, on a host that
/// has been quick.
///
/// One may have left the machine in between. Several in a row, and nobody quick after them, wait for something that
/// the host waits for itself: a licence, a controller, an old session.
enum LateSessions {
  /// Nobody types so long, in seconds.
  private static let long = 120.0
  /// A host without trouble is done within this, in seconds.
  private static let quick = 20.0
  /// Seconds between connections of one row.
  private static let together = 7_200.0
  /// So many in a row, of so many people, are no chance.
  private static let enough = (row: 3, people: 2)

  /// Sets `endsUnexplained` where that is so.
  static func mark(_ episodes: inout [Episode]) {
    var waits: [Int: [(index: Int, seconds: Double)]] = [:]
    for (index, episode) in episodes.enumerated() where episode.kind == .connectionAttempt {
      guard let host = episode.serverHost, !episode.wentWrong, let seconds = wait(in: episode) else {
        continue
      }
      waits[host, default: []].append((index, seconds))
    }
    for own in waits.values where own.contains(where: { $0.seconds <= quick }) {
      let inOrder = own.sorted { (episodes[$0.index].start, $0.index) < (episodes[$1.index].start, $1.index) }
      var row: [Int] = []
      for (index, seconds) in inOrder.reversed() {
        guard seconds >= long,
          row.last.map({ episodes[$0].start.seconds(since: episodes[index].start) <= together }) ?? true
        else { break }
        row.append(index)
      }
      guard row.count >= enough.row,
        Set(row.compactMap { AccountName(episodes[$0].user)?.text }).count >= enough.people
      else { continue }
      for index in row { episodes[index].endsUnexplained = true }
    }
  }

  /// Seconds from the network logon, which names somebody, to the logon of the session.
  private static func wait(in episode: Episode) -> Double? {
    guard
      let taken = episode.members.first(where: {
        $0.signal.role == .connectionSecured && AccountName($0.signal[.user]) != nil
      }),
      let logon = episode.members.first(where: {
        StructuralFacts.isLogonOfSession($0.signal) && $0.time >= taken.time
      })
    else { return nil }
    return logon.time.seconds(since: taken.time)
  }
}
