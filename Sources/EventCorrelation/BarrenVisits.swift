import EventSignals
import WindowsEventLog

/// Finds people to whom a host that serves others gives nothing they could work in, again and again.
///
/// Nobody logs on and off within seconds twice in a row, or leaves a connection standing half made. Once it may be
/// a change of mind; that others work beside it explains nothing.
enum BarrenVisits {
  /// A session over within this was of use to nobody, in seconds.
  private static let glimpse = 15.0
  /// A connection that stands so long before security is done has met something, in seconds.
  private static let stall = 30.0
  /// Logs that go on so long after the last event of a connection have seen the end of it, in seconds.
  private static let patience = 120.0
  /// Visits further apart have nothing to do with each other, in seconds.
  private static let together = 3_600.0
  private static let day = 86_400.0
  /// So many are no accident, and more than the other are a monitor or a scan.
  private static let some = 2...12

  private enum Kind { case glimpse, neverBegun, stalled }

  private struct Caller: Hashable {
    var host: Int
    var name: String
    var kind: Kind
  }

  /// Sets `endsUnexplained` where that is so; `lastOfHost` is the last time the logs of a machine cover, and the
  /// episodes are by start.
  static func mark(_ episodes: inout [Episode], lastOfHost: [WindowsTime?]) {
    let begins = Set(episodes.lazy.filter(\.beginsSession).compactMap(\.serverHost))
    var visits: [Caller: [Int]] = [:]
    for (index, episode) in episodes.enumerated() where episode.kind == .connectionAttempt {
      guard let host = episode.serverHost, !episode.wentWrong,
        episode.members.contains(where: { $0.host == host }), let name = name(of: episode),
        let kind = kind(of: episode, last: lastOfHost[host], begins: begins.contains(host))
      else { continue }
      visits[Caller(host: host, name: name, kind: kind), default: []].append(index)
    }
    for (caller, found) in visits {
      guard some.contains(found.count) else { continue }
      let reach = caller.kind == .stalled ? day : together
      for (one, next) in zip(found, found.dropFirst())
      where episodes[next].start.seconds(since: episodes[one].start) <= reach {
        episodes[one].endsUnexplained = true
        episodes[next].endsUnexplained = true
      }
    }
  }

  /// Whoever comes from the internet may be a scan.
  private static func name(of episode: Episode) -> String? {
    let peer = episode.firstCaller()
    if peer?.isPublicAddress ?? false { return nil }
    return AccountName(episode.user)?.text ?? peer?.text
  }

  private static func kind(of episode: Episode, last: WindowsTime?, begins: Bool) -> Kind? {
    let end = episode.members.first {
      $0.signal.role == .sessionEnded || $0.signal.role == .sessionDisconnected
    }
    if let begun = episode.members.first(where: { $0.signal.role == .sessionStarted })?.time {
      guard let end, end.time.seconds(since: begun) <= glimpse else { return nil }
      return UnexplainedEndings.isReasoned(episode) ? nil : .glimpse
    }
    guard !episode.beginsSession, !UnexplainedEndings.isWanted(episode) else { return nil }
    let secured = episode.members.contains { $0.signal.role == .connectionSecured }
    if secured {
      let over = last.map { $0.seconds(since: episode.end) > patience } ?? false
      return begins && over ? .neverBegun : nil
    }
    guard episode.members.first?.signal.role == .connectionAccepted else { return nil }
    return episode.end.seconds(since: episode.start) >= stall ? .stalled : nil
  }
}

extension Episode {
  fileprivate var beginsSession: Bool {
    members.contains { $0.signal.role == .sessionStarted || $0.signal.role == .sessionReconnected }
  }
}
