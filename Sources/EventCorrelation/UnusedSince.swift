import EventSignals
import WindowsEventLog

/// Finds a machine that people connected to until it was restarted or its service stopped, and not since.
///
/// Who cannot get in any more may leave no trace there at all. That nobody comes is no fault, so it is asked of the log
/// of one machine alone, in which nothing else went wrong.
enum UnusedSince {
  /// The turns since the last connection, `turns` being those of every machine, ascending; `successes` are the moments
  /// at which each host proved to work, ascending.
  ///
  /// None where any of `episodes` went wrong or is a question already.
  static func episodes(
    _ turns: [Episode.Member], beside episodes: [Episode], successes: [Int: [WindowsTime]], hosts: [Host]
  ) -> [Episode] {
    guard !episodes.contains(where: { $0.wentWrong || $0.endsUnexplained }),
      hosts.count(where: \.hasLogs) == 1, let host = turns.first?.host,
      let lastUse = lastUse(of: host, episodes, successes)
    else { return [] }
    let since = turns.filter { $0.host == host && $0.time > lastUse }
    guard !since.isEmpty else { return [] }
    var episode = Episode(question: since, of: host, among: hosts)
    episode.isRemoteDesktop = false
    return [episode]
  }

  /// When the last connection to a host ended, as far as the logs tell.
  private static func lastUse(
    of host: Int, _ episodes: [Episode], _ successes: [Int: [WindowsTime]]
  ) -> WindowsTime? {
    let ends = episodes.lazy.filter { $0.kind == .connectionAttempt && $0.serverHost == host }.map(\.end)
    return [ends.max(), successes[host]?.last].compactMap { $0 }.max()
  }
}
