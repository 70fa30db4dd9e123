import Diagnosis
import EventCorrelation
import EventSignals
import WindowsEventLog

/// What failed, for whom, when, why, how sure, and what to do first.
struct IncidentSentence {
  var incident: Report.Incident
  var episodes: [Episode]
  var clock: ReportClock

  /// Cause and server, for a list.
  var title: String {
    let place = incident.server ?? incident.client ?? incident.hypotheses.first?.cause ?? "unknown machine"
    switch incident.verdict {
    case .diagnosed, .benign: return "\(place): \(causeTitle)"
    case .undetermined: return "\(place): cause not decided by these logs"
    }
  }

  var certainty: String {
    switch incident.verdict {
    case .diagnosed: Certainty.text(incident.hypotheses.first?.confidence ?? 0)
    case .undetermined: "not decided"
    case .benign: "no fault, \(Certainty.text(incident.hypotheses.first?.confidence ?? 0))"
    }
  }

  var text: String {
    switch incident.verdict {
    case .diagnosed: "\(happening): \(causeTitle) (\(certainty)). \(firstStep)"
    case .benign: "\(happening): \(causeTitle). This is not a fault."
    case .undetermined: ["\(happening).", guesses, nextExport].filter { !$0.isEmpty }.joined(separator: " ")
    }
  }

  /// What to do first, the end of `text`; empty where nothing is to be done.
  var nextStep: String {
    switch incident.verdict {
    case .diagnosed: firstStep
    case .benign: ""
    case .undetermined: nextExport
    }
  }

  private var causeTitle: String { incident.hypotheses.first?.title ?? "unknown cause" }

  private var happening: String {
    let attempts = episodes.filter { $0.kind == .connectionAttempt }
    guard let first = attempts.first else {
      let place = incident.server ?? "A host"
      return "\(place) shows \(condition), \(period)"
    }
    let count =
      switch attempts.count {
      case 1: ""
      case 2: " twice"
      default: " \(Amount.grouped(attempts.count)) times"
      }
    if isOnlyAsked { return "Nothing shows what became of Remote Desktop\(who),\(count) \(period)" }
    let lost = attempts.allSatisfy { $0.outcome == .lost }
    let benign = incident.verdict == .benign
    let verb = benign ? "ended" : lost ? "was lost" : first.outcome == .open ? "did not come up" : "failed"
    return "Remote Desktop\(who) \(verb)\(count) \(period)"
  }

  /// Whether no attempt is known to have failed, and only what came after is missing.
  private var isOnlyAsked: Bool {
    incident.verdict == .undetermined && (isMereTurn || episodes.allSatisfy(\.isOnlyAsked))
  }

  /// Whether a machine only went down or came up, or a service of it stopped, and nobody connected to it since.
  private var isMereTurn: Bool {
    episodes.allSatisfy { episode in
      episode.kind == .hostCondition && episode.endsUnexplained && episode.outcome == .harmless
        && episode.members.allSatisfy {
          [.hostStarted, .hostStopped, .serviceStopped].contains($0.signal.role)
        }
    }
  }

  private var condition: String {
    if isMereTurn { return "no connection since it was stopped or started, or a service of it" }
    if !episodes.contains(where: \.isRemoteDesktop) { return "a fault Remote Desktop may have met" }
    return episodes.allSatisfy(\.endsUnexplained)
      ? "connections that began and of which nothing more is known" : "a fault that stops Remote Desktop"
  }

  private var who: String {
    var text = ""
    if let client = incident.client {
      text += " from \(client)"
    } else if incident.clients.count > 1 {
      text += " from \(Amount.counted(incident.clients.count, "client"))"
    }
    if let server = incident.server { text += " to \(server)" }
    if let gateway = incident.gateway { text += " through \(gateway)" }
    if let user = incident.user { text += " for \(user)" }
    return text
  }

  private var period: String {
    guard incident.end.seconds(since: incident.start) >= 60 else {
      return "on \(clock.sentence(incident.start))"
    }
    return
      "between \(clock.sentence(incident.start)) and \(clock.sentence(incident.end, sameDayAs: incident.start))"
  }

  private var firstStep: String {
    guard let remedy = incident.remedies.first else { return nextExport }
    return "First: \(Sentences.closed(Sentences.first(of: remedy.text)))"
  }

  private var guesses: String {
    let open = incident.hypotheses.filter { $0.outcome != .ruledOut }.prefix(2)
    guard !open.isEmpty else { return isOnlyAsked ? "" : "These logs do not show why." }
    let named = open.map { "\($0.title) (\($0.confidenceText))" }
    let question =
      isMereTurn
      ? "If nobody can connect since,"
      : isOnlyAsked ? "If it failed," : "These logs do not decide why;"
    return "\(question) the likeliest: \(Sentences.list(named))."
  }

  private var nextExport: String {
    guard let step = incident.collectNext.first else { return "" }
    return "Next: export \(step.channel) of \(step.host)."
  }
}
