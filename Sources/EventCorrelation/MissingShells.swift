import EventSignals
import WindowsEventLog

/// Finds people who log on one after the other and get no desktop, on a host that otherwise logs its start.
///
/// One logon without it is a program in place of the desktop or somebody who left; three in a row, by more than
/// one person, are a host that hangs on the way.
enum MissingShells {
  /// So many logons in a row are no chance.
  private static let enough = 3
  /// A log that goes on so long after a logon would hold the start of its desktop, in seconds.
  private static let patience = 120.0

  /// Sets `endsUnexplained` where that is so; `lastOfHost` is the last time the logs of a machine cover.
  static func mark(_ episodes: inout [Episode], lastOfHost: [WindowsTime?]) {
    var logons: [Int: [Int]] = [:]
    for (index, episode) in episodes.enumerated() where episode.kind == .connectionAttempt {
      guard let host = episode.serverHost,
        episode.members.contains(where: { StructuralFacts.isLogonOfSession($0.signal) })
      else { continue }
      logons[host, default: []].append(index)
    }
    for (host, own) in logons {
      let hasShell = own.map { episodes[$0].members.contains { StructuralFacts.isShellStart($0.signal) } }
      // One with a desktop shows that the host logs it.
      guard let last = lastOfHost[host], hasShell.contains(true) else { continue }
      var row: [Int] = []
      let inOrder = zip(own, hasShell).sorted { (episodes[$0.0].start, $0.0) < (episodes[$1.0].start, $1.0) }
      for (index, hasShell) in inOrder {
        if hasShell {
          settle(row, &episodes)
          row = []
        } else if isOpen(episodes[index], last: last) {
          row.append(index)
        }
      }
      settle(row, &episodes)
    }
  }

  private static func settle(_ row: [Int], _ episodes: inout [Episode]) {
    guard row.count >= enough,
      Set(row.compactMap { AccountName(episodes[$0].user)?.text }).count > 1
    else { return }
    for index in row { episodes[index].endsUnexplained = true }
  }

  /// Whether nothing else tells what became of the logon.
  private static func isOpen(_ episode: Episode, last: WindowsTime) -> Bool {
    guard episode.outcome == .open || episode.outcome == .succeeded,
      let logon = episode.members.first(where: { StructuralFacts.isLogonOfSession($0.signal) })
    else { return false }
    return last.seconds(since: logon.time) > patience
  }
}
