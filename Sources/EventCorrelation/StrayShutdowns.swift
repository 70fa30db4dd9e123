import EventSignals
import WindowsEventLog

/// Finds machines that somebody shut down out of his own session over the network, so that nobody could come back
/// for hours, in logs where nothing went wrong.
///
/// Whoever tries to connect meanwhile leaves no trace. A restart is over in minutes, and who does it day by day means
/// it.
enum StrayShutdowns {
  /// A machine that is up again sooner was restarted, in seconds.
  private static let long = 3_600.0
  /// More of them are a habit.
  private static let habit = 2
  /// A session that ended so shortly before did so for the same reason, in seconds.
  private static let stroke = 5.0

  /// The latest on each host; `orders` are shutdowns that somebody asked for, and `starts` the moments at which each
  /// host started, ascending.
  ///
  /// None where any of `episodes` went wrong or is a question already.
  static func episodes(
    _ orders: [Episode.Member], beside episodes: [Episode], starts: [Int: [WindowsTime]], hosts: [Host]
  ) -> [Episode] {
    guard !orders.isEmpty,
      episodes.allSatisfy({ $0.kind == .connectionAttempt && !$0.wentWrong && !$0.endsUnexplained })
    else { return [] }
    var found: [Int: [Episode.Member]] = [:]
    for order in orders.sorted(by: Episode.Member.inOrder) {
      guard let user = AccountName(order.signal[.user]),
        let start = (starts[order.host] ?? []).first(where: { $0 > order.time }),
        start.seconds(since: order.time) >= long,
        episodes.contains(where: { isIn($0, user, order) })
      else { continue }
      found[order.host, default: []].append(order)
    }
    return found.keys.sorted().compactMap { host in
      guard let own = found[host], own.count <= habit, let last = own.last else { return nil }
      return Episode(condition: [last], of: host, among: hosts, outcome: .failed)
    }
  }

  /// Whether somebody was in a session of his when he gave an order.
  private static func isIn(_ episode: Episode, _ user: AccountName, _ order: Episode.Member) -> Bool {
    guard episode.serverHost == order.host, AccountName(episode.user) == user,
      let begun = episode.sessionBegin, begun < order.time
    else { return false }
    return !episode.members.contains {
      $0.signal.role.leavesSession && order.time.seconds(since: $0.time) > stroke
    }
  }
}
