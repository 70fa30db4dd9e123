import EventCorrelation
import EventSignals
import WindowsEventLog

/// When connections to each server worked.
struct SuccessTimes: Sendable {
  private struct Success: Sendable {
    var time: WindowsTime
    var client: Int?
    var name: String?
    var user: String?

    /// Whether it may have been the client of an episode: what neither's logs tell is taken to agree.
    func mayBe(clientOf episode: Episode) -> Bool {
      if let own = episode.clientHost, let client { return own == client }
      if let one = episode.client, let name, Self.isAddress(one) == Self.isAddress(name) {
        return one.lowercased() == name.lowercased()
      }
      guard let one = episode.user, let user else { return true }
      return EpisodeIdentity.account(one) == EpisodeIdentity.account(user)
    }

    private static func isAddress(_ name: String) -> Bool {
      name.contains(":") || name.utf8.allSatisfy { $0 == UInt8(ascii: ".") || (0x30...0x39).contains($0) }
    }
  }

  /// Server host index to its successes by time.
  private var byServer: [Int: [Success]] = [:]

  /// A site's episodes are by start, so its successes are too.
  init(_ site: CorrelatedSite) {
    for number in site.episodes.indices {
      guard site.episodes[number].kind == .connectionAttempt, site.episodes[number].outcome == .succeeded,
        let server = site.episodes[number].serverHost
      else { continue }
      byServer[server, default: []].append(
        Success(
          time: site.episodes[number].start, client: site.episodes[number].clientHost,
          name: site.episodes[number].client, user: site.episodes[number].user))
    }
  }

  /// Whether a connection like this one (same server; same client where both are known) began in between.
  func between(_ from: WindowsTime, _ to: WindowsTime, like episode: Episode) -> Bool {
    guard let server = episode.serverHost, let successes = byServer[server] else { return false }
    let first = successes.partitioningIndex { $0.time > from }
    return successes[first...].prefix { $0.time < to }.contains { $0.mayBe(clientOf: episode) }
  }

  /// The last success before an instant, of any client.
  func last(server: Int, before instant: WindowsTime) -> WindowsTime? {
    guard let successes = byServer[server] else { return nil }
    let next = successes.firstIndex(atOrAfter: instant) { $0.time }
    return next > 0 ? successes[next - 1].time : nil
  }
}
