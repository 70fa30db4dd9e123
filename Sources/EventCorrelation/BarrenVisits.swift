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
  private static let patience = 30.0
  /// Visits further apart have nothing to do with each other, in seconds.
  private static let together = 3_600.0
  private static let day = 86_400.0
  /// So many are no accident, and more than the other are a monitor or a scan.
  private static let some = 2...12

  /// So many together where only the client tells of them, who may be trying something out.
  private static let rowOfClient = 3
  /// What the client says of an end by the other side: nothing, a logoff, or the server.
  private static let otherSide: Set<UInt32> = [0, 2, 3]

  private enum Kind { case glimpse, neverBegun, stalled, turnedOut }

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
      if let client = episode.clientHost, let server = episode.server, isTurnedOut(episode) {
        visits[Caller(host: client, name: server.lowercased(), kind: .turnedOut), default: []].append(index)
        continue
      }
      guard let host = episode.serverHost, !episode.wentWrong,
        episode.members.contains(where: { $0.host == host }), let name = name(of: episode),
        let kind = kind(of: episode, last: lastOfHost[host], begins: begins.contains(host))
      else { continue }
      visits[Caller(host: host, name: name, kind: kind), default: []].append(index)
    }
    for (caller, found) in visits {
      guard some.contains(found.count) else { continue }
      let reach = caller.kind == .stalled ? day : together
      let row = caller.kind == .turnedOut ? rowOfClient : 2
      for (first, last) in zip(found.indices, found.indices.dropFirst(row - 1))
      where episodes[found[last]].start.seconds(since: episodes[found[first]].start) <= reach {
        for index in found[first...last] { episodes[index].endsUnexplained = true }
      }
    }
  }

  /// Whether the log of a client alone tells that it was connected and turned out within seconds, or that it
  /// never was connected and nobody gave a reason.
  private static func isTurnedOut(_ episode: Episode) -> Bool {
    guard !episode.wentWrong, let reason = episode.disconnectReason, otherSide.contains(reason),
      episode.members.allSatisfy({ $0.host == episode.clientHost })
    else { return false }
    guard let begun = episode.members.first(where: { $0.signal.role == .clientConnected })?.time else {
      return reason == 0
    }
    return episode.end.seconds(since: begun) <= glimpse
  }

  /// Whoever comes from the internet may be a scan.
  private static func name(of episode: Episode) -> String? {
    let peer = episode.firstCaller()
    if peer?.isPublicAddress ?? false { return nil }
    return AccountName(episode.user)?.text ?? peer?.text
  }

  private static func kind(of episode: Episode, last: WindowsTime?, begins: Bool) -> Kind? {
    let end = episode.members.first { $0.signal.role.leavesSession }
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
