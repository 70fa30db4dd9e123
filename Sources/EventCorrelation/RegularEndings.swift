import EventSignals
import WindowsEventLog

/// Finds people whose sessions end each time after the same time, be it minutes or hours.
///
/// People leave when they are done, which takes now more, now less. What ends sessions by the clock is a limit, a
/// script or another session; who has met it is back soon.
enum RegularEndings {
  /// So many sessions in a row are no chance, and more are a monitor that looks in.
  private static let row = 3...12
  /// Of long ones it takes more: a link that is renewed by the clock is back by itself.
  private static let longRow = 4...12
  /// Sessions of such a length, in seconds: shorter ones are `BarrenVisits`, longer ones are a day's work.
  private static let lengths = 20.0...14_400.0
  /// Who logs off after more than this had something to do that takes so long, in seconds; who is cut off has not.
  private static let errand = 600.0
  /// How far the lengths may be apart, as a share of the longest, and in seconds: of what lasted long, a tenth is much.
  private static let spread = 0.1
  private static let slack = 60.0
  /// Who comes later than this has had his time, in seconds.
  private static let together = 1_800.0

  /// Sets `endsUnexplained` where that is so; episodes are by start.
  static func mark(_ episodes: inout [Episode]) {
    for own in PersonOnHost.attempts(in: episodes).values where row.contains(own.count) {
      mark(own, &episodes)
    }
  }

  private static func mark(_ own: [Int], _ episodes: inout [Episode]) {
    var found: [Int] = []
    var known: [Double] = []
    func settle() {
      if ((known.max() ?? 0) > errand ? longRow : row).contains(found.count) {
        for index in found { episodes[index].endsUnexplained = true }
      }
      found = []
      known = []
    }
    for index in own {
      guard let length = length(of: episodes[index]) else {
        settle()
        continue
      }
      let isNear =
        found.last.map { episodes[index].start.seconds(since: episodes[$0].end) <= together } ?? true
      let all = known + [length]
      let longest = all.max() ?? 0
      let isAlike = longest - (all.min() ?? 0) <= min(spread * longest, slack)
      if !isNear || !isAlike { settle() }
      found.append(index)
      known.append(length)
    }
    settle()
  }

  /// Seconds from the begin of a session to an end that nothing explains.
  private static func length(of episode: Episode) -> Double? {
    guard episode.outcome == .succeeded, !UnexplainedEndings.isReasoned(episode),
      let begun = episode.sessionBegin,
      let end = episode.members.first(where: { $0.signal.role.leavesSession })
    else { return nil }
    let length = end.time.seconds(since: begun)
    guard length <= errand || end.signal.role == .sessionDisconnected else { return nil }
    return lengths.contains(length) ? length : nil
  }
}
