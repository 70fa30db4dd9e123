import EventCorrelation
import WindowsEventLog

/// One line for an attempt.
enum AttemptWording {
  /// `08:14:07.312: failed while setting up TLS, 1,412 ms after it began`.
  static func text(of episode: Episode, clock: ReportClock) -> String {
    let when = clock.clock(episode.start)
    let length = episode.end.seconds(since: episode.start) * 1_000
    let took = length > 0 ? ", \(Amount.duration(milliseconds: length)) from first event to last" : ""
    guard episode.kind == .connectionAttempt else {
      return "\(when): a fault of the host itself, no attempt in the logs\(took)"
    }
    let place = episode.phase.map { " while \($0.whileText)" } ?? ""
    let what =
      switch episode.outcome {
      case _ where episode.isOnlyAsked: "nothing shows what became of it"
      case .succeeded: "went through"
      case .harmless: "harmless"
      case .lost: "came up and was lost"
      case .failed: "failed\(place)"
      case .open: "the logs end before it does\(episode.phase.map { " (last seen \($0.whileText))" } ?? "")"
      }
    return "\(when): \(what)\(took)"
  }
}

extension Episode {
  /// Whether an attempt is not known to have failed, and a question only because nothing tells of what came after.
  var isOnlyAsked: Bool {
    kind == .connectionAttempt && endsUnexplained && (outcome == .succeeded || outcome == .harmless)
  }
}
