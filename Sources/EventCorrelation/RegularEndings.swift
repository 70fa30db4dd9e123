import EventSignals
import WindowsEventLog

/// Finds people whose sessions end each time after the same few minutes.
///
/// People leave when they are done, which takes now more, now less. What ends sessions by the clock is a limit, a
/// script or another session; who has met it is back soon.
enum RegularEndings {
  /// So many sessions in a row are no chance, and more are a monitor that looks in.
  private static let row = 3...12
  /// Sessions of such a length, in seconds: shorter ones are `BarrenVisits`, longer ones are work.
  private static let lengths = 20.0...600.0
  /// How far the lengths may be apart, as a share of the longest.
  private static let spread = 0.1
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
      if row.contains(found.count) {
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
      let isAlike = (all.max() ?? 0) - (all.min() ?? 0) <= spread * (all.max() ?? 0)
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
      let end = episode.members.first(where: { $0.signal.role.leavesSession })?.time
    else { return nil }
    let length = end.seconds(since: begun)
    return lengths.contains(length) ? length : nil
  }
}
