import EventSignals
import WindowsEventLog

/// Finds connections that a gateway let through and that were over before anybody could have worked.
enum ShortTunnels {
  /// Seconds a tunnel stood: less is the client's probe, more may be a short visit.
  private static let length: ClosedRange<UInt32> = 2...15
  /// Seconds in which the connection that a probe or a redirection was for comes up.
  private static let patience = 120.0

  /// Marks them as failed where nothing but the gateway's log tells of them, the same user got no other tunnel
  /// soon after, and the gateway's logs go on; `lastOfHost` is the last time they cover.
  static func settle(_ episodes: inout [Episode], lastOfHost: [WindowsTime?]) {
    var starts: [String: [WindowsTime]] = [:]
    for episode in episodes {
      guard let key = key(episode), episode.outcome == .succeeded || episode.outcome == .open else {
        continue
      }
      starts[key, default: []].append(episode.start)
    }
    for index in episodes.indices where episodes[index].outcome == .succeeded {
      let episode = episodes[index]
      guard let key = key(episode), let host = episode.gatewayHost, let last = lastOfHost[host],
        last.seconds(since: episode.end) > patience, isShort(episode),
        episode.members.allSatisfy({ $0.host == host }),
        !(starts[key] ?? []).contains(where: {
          $0 > episode.start && $0.seconds(since: episode.end) <= patience
        })
      else { continue }
      episodes[index].outcome = .failed
    }
  }

  private static func key(_ episode: Episode) -> String? {
    guard let host = episode.gatewayHost, let user = AccountName(episode.user) else { return nil }
    return "\(host)/\(user.text)"
  }

  private static func isShort(_ episode: Episode) -> Bool {
    let closes = episode.members.filter { $0.signal.role == .gatewayClosed }
    return !closes.isEmpty
      && closes.allSatisfy { EventNumber.unsigned($0.signal[.count]).map(length.contains) ?? false }
  }
}
