import EventSignals
import WindowsEventLog

/// Finds machines that turn away whoever comes first after they started, for minutes, until something lets them in.
///
/// Services that are still starting do so for a moment. When one caller of the inside is turned away again and again
/// and long after the start, and all is well later, something came up late: the network, the directory, a person.
enum ColdStarts {
  /// A machine may be busy with its start for so long, in seconds.
  private static let warmUp = 120.0
  /// Later refusals have nothing to do with the start, in seconds.
  private static let reach = 1_800.0
  /// So many are no questions of a client before it connects, nor are they that far apart, in seconds.
  private static let enough = 3
  private static let apart = 60.0

  /// Sets `endsUnexplained` where that is so; `starts` are the moments at which each host started, ascending.
  static func mark(_ episodes: inout [Episode], starts: [Int: [WindowsTime]]) {
    guard !starts.isEmpty else { return }
    var byHost: [Int: [Int]] = [:]
    for (index, episode) in episodes.enumerated() where episode.kind == .connectionAttempt {
      guard let host = episode.serverHost, starts[host] != nil else { continue }
      byHost[host, default: []].append(index)
    }
    for (host, own) in byHost {
      let inOrder = own.sorted { (episodes[$0].start, $0) < (episodes[$1].start, $1) }
      for start in starts[host] ?? [] {
        for index in turnedAway(after: start, among: inOrder, in: episodes) {
          episodes[index].endsUnexplained = true
        }
      }
    }
  }

  /// The attempts between a start and the first that came to something, if they are of one caller that came in later.
  private static func turnedAway(
    after start: WindowsTime, among own: [Int], in episodes: [Episode]
  ) -> [Int] {
    var found: [Int] = []
    var caller: String?
    for index in own where episodes[index].start >= start {
      let episode = episodes[index]
      guard let peer = episode.firstCaller(), !peer.isPublicAddress, caller == nil || caller == peer.text
      else { return [] }
      caller = peer.text
      if isTurnedAway(episode) {
        guard episode.start.seconds(since: start) <= reach else { return [] }
        found.append(index)
        continue
      }
      guard !episode.wentWrong, found.count >= enough, let first = found.first, let last = found.last else {
        return []
      }
      let isLate = episodes[last].start.seconds(since: start) > warmUp
      return isLate && episodes[last].start.seconds(since: episodes[first].start) >= apart ? found : []
    }
    return []
  }

  /// Whether the host took a connection and ended it before security was done, without a word.
  private static func isTurnedAway(_ episode: Episode) -> Bool {
    episode.outcome == .harmless && episode.members.first?.signal.role == .connectionAccepted
      && episode.members.contains { $0.signal.role == .connectionClosed }
      && !episode.members.contains { $0.signal.role == .connectionSecured } && !episode.beginsSession
  }
}
