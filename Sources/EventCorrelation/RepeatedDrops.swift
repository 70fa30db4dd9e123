import EventSignals
import WindowsEventLog

/// Finds people whose sessions end again and again after minutes, without a reason, and who come back at once.
///
/// Somebody who closes the window has no wish to be back within the minute, three times in a row.
enum RepeatedDrops {
  /// So many sessions in a row are no change of mind.
  private static let enough = 3
  /// A session that lasted longer was of use, in seconds.
  private static let short = 300.0
  /// Who is back within this had not meant to leave, in seconds.
  private static let back = 60.0

  private struct Person: Hashable {
    var host: Int
    var user: String
  }

  /// Sets `endsUnexplained` where that is so; episodes are by start.
  static func mark(_ episodes: inout [Episode]) {
    var visits: [Person: [Int]] = [:]
    for (index, episode) in episodes.enumerated() where episode.kind == .connectionAttempt {
      guard let host = episode.serverHost, let user = AccountName(episode.user)?.text else { continue }
      visits[Person(host: host, user: user), default: []].append(index)
    }
    for own in visits.values {
      var row: [Int] = []
      for index in own {
        let pause = row.last.map { episodes[index].start.seconds(since: episodes[$0].end) }
        if let pause, !(0...back).contains(pause) {
          settle(row, &episodes)
          row = []
        }
        if isDropped(episodes[index]) {
          row.append(index)
        } else {
          settle(row, &episodes)
          row = []
        }
      }
      settle(row, &episodes)
    }
  }

  private static func settle(_ row: [Int], _ episodes: inout [Episode]) {
    guard row.count >= enough else { return }
    for index in row { episodes[index].endsUnexplained = true }
  }

  private static func isDropped(_ episode: Episode) -> Bool {
    episode.outcome == .succeeded && !UnexplainedEndings.isWanted(episode)
      && episode.end.seconds(since: episode.start) <= short
      && episode.members.contains { $0.signal.role == .sessionDisconnected }
  }
}
