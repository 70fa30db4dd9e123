import EventSignals
import WindowsEventLog

/// Tells sessions that a crash of their host ended: no event says so, since nobody was left to write one.
enum CutOffSessions {
  /// A session that was heard of last so long before the crash was reported may have ended long before, in
  /// seconds.
  private static let reach = 86_400.0

  /// Seconds from the order to shut down to the end of the last session.
  private static let shutdown = 180.0

  /// Marks sessions without an end as lost where their host reports a crash next, and sessions that were
  /// disconnected while their host shut down; `crashes` and `stops` by host, ascending.
  static func settle(
    _ episodes: inout [Episode], crashes: [Int: [WindowsTime]], stops: [Int: [WindowsTime]]
  ) {
    for index in episodes.indices where wasShutDown(episodes[index], stops) {
      episodes[index].outcome = .lost
    }
    for index in episodes.indices {
      let episode = episodes[index]
      guard episode.kind == .connectionAttempt, episode.outcome == .open || !isClosed(episode),
        let host = episode.serverHost,
        episode.members.contains(where: {
          $0.signal.role == .sessionStarted || $0.signal.role == .sessionReconnected
            || ($0.signal.role == .connectionSecured && StructuralFacts.isConnectionCore($0.signal))
        }),
        let crash = crashes[host]?.first(where: { $0 > episode.end }),
        crash.seconds(since: episode.end) <= reach
      else { continue }
      episodes[index].outcome = .lost
      episodes[index].end = crash
    }
  }

  /// Whether a session's host took it down: nobody logged off, and nothing says that the user left.
  private static func wasShutDown(_ episode: Episode, _ stops: [Int: [WindowsTime]]) -> Bool {
    guard episode.kind == .connectionAttempt, episode.outcome == .succeeded, let host = episode.serverHost,
      episode.disconnectReason == nil, episode.extendedReason == nil,
      !episode.members.contains(where: { $0.signal.role == .sessionEnded || $0.signal[.reason] != nil }),
      let end = episode.members.last(where: { $0.signal.role == .sessionDisconnected })?.time
    else { return false }
    return (stops[host] ?? []).contains { (-5...shutdown).contains(end.seconds(since: $0)) }
  }

  /// Whether any event tells of an end; a connection that works and whose end is not in the logs has none.
  private static func isClosed(_ episode: Episode) -> Bool {
    guard episode.outcome == .succeeded else { return true }
    return episode.members.contains { member in
      switch member.signal.role {
      case .connectionClosed, .clientDisconnected, .sessionDisconnected, .sessionEnded: true
      default: false
      }
    }
  }
}
