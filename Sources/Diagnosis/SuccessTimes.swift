import EventCorrelation
import WindowsEventLog

/// When connections to each server worked.
struct SuccessTimes {
  private struct Success {
    var time: WindowsTime
    var client: Int?
  }

  /// Server host index to its successes by time.
  private var byServer: [Int: [Success]] = [:]

  init(_ site: CorrelatedSite) {
    for episode in site.episodes where episode.kind == .connectionAttempt && episode.outcome == .succeeded {
      guard let server = episode.serverHost else { continue }
      byServer[server, default: []].append(Success(time: episode.start, client: episode.clientHost))
    }
  }

  /// Whether a connection like this one (same server; same client where both are known) began in between.
  func between(_ from: WindowsTime, _ to: WindowsTime, like episode: Episode) -> Bool {
    guard let server = episode.serverHost, let successes = byServer[server] else { return false }
    return successes.contains { success in
      guard success.time > from, success.time < to else { return false }
      guard let own = episode.clientHost, let other = success.client else { return true }
      return own == other
    }
  }

  /// The last success before an instant, of any client.
  func last(server: Int, before instant: WindowsTime) -> WindowsTime? {
    byServer[server]?.last { $0.time < instant }?.time
  }
}
