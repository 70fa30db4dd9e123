import EventCorrelation
import EventSignals
import WindowsEventLog

/// When connections to each server worked.
struct SuccessTimes: Sendable {
  private struct Success: Sendable {
    var time: WindowsTime
    var client: Int?
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
        Success(time: site.episodes[number].start, client: site.episodes[number].clientHost))
    }
  }

  /// Whether a connection like this one (same server; same client where both are known) began in between.
  func between(_ from: WindowsTime, _ to: WindowsTime, like episode: Episode) -> Bool {
    guard let server = episode.serverHost, let successes = byServer[server] else { return false }
    let first = successes.firstIndex(atOrAfter: WindowsTime(ticks: from.ticks &+ 1)) { $0.time }
    return successes[first...].prefix { $0.time < to }.contains { success in
      guard let own = episode.clientHost, let other = success.client else { return true }
      return own == other
    }
  }

  /// The last success before an instant, of any client.
  func last(server: Int, before instant: WindowsTime) -> WindowsTime? {
    guard let successes = byServer[server] else { return nil }
    let next = successes.firstIndex(atOrAfter: instant) { $0.time }
    return next > 0 ? successes[next - 1].time : nil
  }
}
