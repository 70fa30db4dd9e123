import EventSignals
import WindowsEventLog

/// Finds moments at which several people lose their sessions at once and nothing says why.
///
/// One session that ends without a reason is a window that somebody closed. Three in one moment are not.
enum MassDrops {
  /// So many people at once are no chance.
  private static let enough = 3
  /// Seconds within which the ends are one moment.
  private static let moment = 5.0

  /// Sets `endsUnexplained` where that is so.
  static func mark(_ episodes: inout [Episode]) {
    var ends: [Int: [(index: Int, time: WindowsTime, user: String)]] = [:]
    for (index, episode) in episodes.enumerated() {
      guard episode.kind == .connectionAttempt, episode.outcome == .succeeded, let host = episode.serverHost,
        let user = AccountName(episode.user)?.text, !UnexplainedEndings.isWanted(episode),
        let end = episode.members.last(where: { $0.signal.role == .sessionDisconnected })?.time
      else { continue }
      ends[host, default: []].append((index, end, user))
    }
    for own in ends.values {
      let own = own.sorted { ($0.time, $0.index) < ($1.time, $1.index) }
      var first = 0
      for last in own.indices {
        while own[last].time.seconds(since: own[first].time) > moment { first += 1 }
        let window = own[first...last]
        guard Set(window.map(\.user)).count >= enough else { continue }
        for end in window { episodes[end.index].endsUnexplained = true }
      }
    }
  }
}
