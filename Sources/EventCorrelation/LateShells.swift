import EventSignals
import WindowsEventLog

/// Finds people who log on and wait for minutes until their desktop begins to start, on a host that has been quick.
///
/// One may have a long script or a new profile. Several in a row, and nobody quick after them, are a host that
/// hangs on the way.
enum LateShells {
  /// Who waits so long takes it for broken, in seconds.
  private static let long = 75.0
  /// A host without trouble is done within this, in seconds.
  private static let quick = 20.0
  /// Seconds between logons of one row.
  private static let together = 3_600.0
  /// So many people are no chance.
  private static let enough = 2

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
      guard Set(row.compactMap { AccountName(episodes[$0].user)?.text }).count >= enough else { continue }
      for index in row { episodes[index].endsUnexplained = true }
    }
  }

  private static func wait(in episode: Episode) -> Double? {
    guard let logon = episode.members.first(where: { StructuralFacts.isLogonOfSession($0.signal) }),
      let shell = episode.members.first(where: {
        StructuralFacts.isShellStart($0.signal) && $0.time >= logon.time
      })
    else { return nil }
    return shell.time.seconds(since: logon.time)
  }
}
