import EventSignals
import WindowsEventLog

/// Finds people whose sessions end again and again after minutes, without a reason, and who come back at once.
///
/// Somebody who closes the window has no wish to be back within the minute, three times in a row.
enum RepeatedDrops {
  /// So many sessions in a row, none longer than these seconds, are no change of mind: the longer one can work in
  /// each, the more of them it takes.
  private static let rows: [(enough: Int, short: Double)] = [(3, 300), (5, 1_800)]
  /// Who is back within this had not meant to leave, in seconds.
  private static let back = 60.0

  /// Sets `endsUnexplained` where that is so; episodes are by start.
  static func mark(_ episodes: inout [Episode]) {
    for own in PersonOnHost.attempts(in: episodes).values {
      for (enough, short) in rows { mark(own, &episodes, enough: enough, short: short) }
    }
  }

  private static func mark(_ own: [Int], _ episodes: inout [Episode], enough: Int, short: Double) {
    var row: [Int] = []
    func settle() {
      if row.count >= enough {
        for index in row { episodes[index].endsUnexplained = true }
      }
      row = []
    }
    for index in own {
      if let last = row.last, !(0...back).contains(episodes[index].start.seconds(since: episodes[last].end)) {
        settle()
      }
      if isDropped(episodes[index], short: short) { row.append(index) } else { settle() }
    }
    settle()
  }

  private static func isDropped(_ episode: Episode, short: Double) -> Bool {
    episode.outcome == .succeeded && !UnexplainedEndings.isWanted(episode)
      && episode.end.seconds(since: episode.start) <= short
      && episode.members.contains { $0.signal.role == .sessionDisconnected }
  }
}
