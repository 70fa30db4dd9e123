import EventSignals
import WindowsEventLog

/// Finds hosts of sessions that fell asleep by themselves, in logs where nothing went wrong.
///
/// Who tries to connect meanwhile leaves no trace on a machine that sleeps, so its own logs can hold no more than
/// this. A machine that somebody put to sleep, or that slept for minutes, is none.
enum IdleSleeps {
  /// A shorter sleep hardly met anybody, in seconds.
  private static let short = 600.0
  /// Kernel-Power 42: the system was idle.
  private static let idle = "7"

  /// The latest sleep of each host; `loose` are signals that belong to no connection, `wakes` by host, ascending.
  ///
  /// None where any of `episodes` went wrong or is a question already.
  static func episodes(
    _ loose: [Episode.Member], beside episodes: [Episode], wakes: [Int: [WindowsTime]], hosts: [Host]
  ) -> [Episode] {
    let isQuiet = episodes.allSatisfy {
      $0.kind == .connectionAttempt && !$0.wentWrong && !$0.endsUnexplained
    }
    guard isQuiet else { return [] }
    let serving = Set(episodes.compactMap(\.serverHost))
    var latest: [Int: Episode.Member] = [:]
    for member in loose
    where member.signal.role == .hostSuspended && member.signal[.reason] == idle
      && serving.contains(member.host)
    {
      let wake = wakes[member.host]?.first { $0 > member.time }
      guard let wake, wake.seconds(since: member.time) >= short else { continue }
      if let known = latest[member.host], known.time > member.time { continue }
      latest[member.host] = member
    }
    return latest.keys.sorted().compactMap { latest[$0] }.map {
      Episode(question: [$0], of: $0.host, among: hosts)
    }
  }
}
