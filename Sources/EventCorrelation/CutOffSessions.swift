import EventSignals
import WindowsEventLog

/// Tells sessions that a crash of their host ended: no event says so, since nobody was left to write one. So it is
/// with those that ended as their host went down, fell asleep or lost its network.
enum CutOffSessions {
  /// A session that was heard of last so long before the crash was reported may have ended long before, in
  /// seconds.
  private static let reach = 86_400.0

  /// Seconds from the order to shut down to the end of the last session.
  private static let shutdown = 180.0

  /// Seconds between the end of a session and what ended it where that takes no time, either first.
  private static let stroke = -10.0...5.0

  /// Seconds from the loss of the network to the end of a session that nobody can be heard in any more.
  private static let silence = 0.0...60.0

  /// What ends sessions, by host, ascending.
  struct Ends {
    var crashes: [Int: [WindowsTime]] = [:]
    var shutdowns: [Int: [WindowsTime]] = [:]
    /// The host falls asleep, or a service that sessions need is stopped.
    var pauses: [Int: [WindowsTime]] = [:]
    /// The host's network adapter lost its link, was reset, or lost its address.
    var breaks: [Int: [WindowsTime]] = [:]
  }

  /// Marks sessions without an end as lost where their host reports a crash next, and sessions that were
  /// disconnected while their host shut down, fell asleep or stopped its services.
  static func settle(_ episodes: inout [Episode], _ ends: Ends) {
    for index in episodes.indices where wasTakenDown(episodes[index], ends) {
      episodes[index].outcome = .lost
    }
    guard !ends.crashes.isEmpty else { return }
    let barren = barrenRows(episodes)
    for index in episodes.indices where !barren.contains(index) {
      let episode = episodes[index]
      guard episode.kind == .connectionAttempt, episode.outcome == .open || !isClosed(episode),
        let host = episode.serverHost,
        episode.members.contains(where: {
          $0.signal.role.beginsSession
            || ($0.signal.role == .connectionSecured && StructuralFacts.isConnectionCore($0.signal))
        }),
        let crash = ends.crashes[host]?.first(where: { $0 > episode.end }),
        crash.seconds(since: episode.end) <= reach
      else { continue }
      episodes[index].outcome = .lost
      episodes[index].end = crash
    }
  }

  /// Attempts of people who came through security, got no session and tried again: whatever kept it from them was
  /// there before a crash.
  private static func barrenRows(_ episodes: [Episode]) -> Set<Int> {
    // Elsewhere the log that would hold the session is not there.
    let serving = Set(episodes.lazy.filter(\.beginsSession).compactMap(\.serverHost))
    var waiting: [Caller: Int] = [:]
    var found: Set<Int> = []
    for index in episodes.indices {
      let episode = episodes[index]
      guard episode.kind == .connectionAttempt, let host = episode.serverHost, serving.contains(host),
        let name = AccountName(episode.user)?.text ?? episode.firstCaller()?.text
      else { continue }
      let caller = Caller(host: host, name: name)
      guard isBarren(episode) else {
        waiting[caller] = nil
        continue
      }
      if let last = waiting[caller],
        retries.contains(episode.start.seconds(since: episodes[last].end))
      {
        found.formUnion([last, index])
      }
      waiting[caller] = index
    }
    return found
  }

  /// Whether security was finished, and neither a session nor an end is told of.
  private static func isBarren(_ episode: Episode) -> Bool {
    guard episode.outcome == .open || !isClosed(episode) else { return false }
    return episode.members.contains { $0.signal.role == .connectionSecured } && !episode.beginsSession
  }

  private struct Caller: Hashable {
    var host: Int
    var name: String
  }

  /// Seconds between two tries of somebody who got nothing.
  private static let retries = 30.0...3_600.0

  /// Whether a session's host took it down: nobody logged off, and nothing says that the user left.
  private static func wasTakenDown(_ episode: Episode, _ ends: Ends) -> Bool {
    guard episode.kind == .connectionAttempt, episode.outcome == .succeeded, let host = episode.serverHost,
      episode.disconnectReason == nil, episode.extendedReason == nil,
      !episode.members.contains(where: { $0.signal.role == .sessionEnded }),
      let end = episode.members.last(where: { $0.signal.role == .sessionDisconnected })?.time
    else { return false }
    let reasons = episode.members.compactMap { $0.signal[.reason] }
    // No reason, in figures.
    if reasons.allSatisfy({ EventNumber.unsigned($0) == 0 }),
      ends.breaks[host, default: []].contains(where: { silence.contains(end.seconds(since: $0)) })
    {
      return true
    }
    guard reasons.isEmpty else { return false }
    return ends.shutdowns[host, default: []].contains { (-5...shutdown).contains(end.seconds(since: $0)) }
      || ends.pauses[host, default: []].contains { stroke.contains(end.seconds(since: $0)) }
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
