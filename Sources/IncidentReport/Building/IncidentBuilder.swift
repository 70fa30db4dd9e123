import Diagnosis
import EventCorrelation
import EventSignals

/// Turns one diagnosed incident into words.
struct IncidentBuilder {
  var site: CorrelatedSite
  var causes: [String: CauseRule]
  var options: ReportOptions

  func build(_ incident: Diagnosis.Incident, id: String) -> Report.Incident {
    var events = IncidentEvents(of: incident, site: site)
    let anchor = GapAnchor(site: site, episodes: incident.episodes)
    let hypotheses = HypothesisBuilder(
      site: site, causes: causes, events: events, anchor: anchor, verdict: incident.verdict)
    var shown = Report.Incident(
      id: id, verdict: incident.verdict, start: incident.start, end: incident.end)
    shown.client = incident.client
    shown.clients = incident.clients
    shown.server = incident.server
    shown.gateway = incident.gateway
    shown.user = incident.user
    shown.disconnectReason = incident.disconnectReason
    shown.extendedReason = incident.extendedReason
    shown.disconnectText = incident.disconnectReason.map { disconnect($0, incident.extendedReason) }
    shown.hypotheses = hypotheses.build(incident.hypotheses)
    shown.unexplained = incident.unexplained
    shown.unexplainedText = Amount.percent(incident.unexplained)
    if let first = shown.hypotheses.first, first.outcome != .ruledOut {
      events.markDeciding(first.evidence.filter(\.supports).compactMap(\.event))
    }
    shown.events = events.events
    shown.attempts = incident.episodes.map { attempt($0, events: events) }
    shown.triggers = incident.triggers.map { Report.Trigger(cause: $0, title: causes[$0]?.title ?? $0) }
    shown.collectNext = incident.collectNext.map {
      Report.CollectStep(host: $0.host, channel: $0.channel, reason: $0.reason, command: $0.command)
    }
    addAdvice(to: &shown)
    let sentence = IncidentSentence(incident: shown, episodes: incident.episodes, clock: options.clock)
    shown.title = sentence.title
    shown.certainty = sentence.certainty
    shown.sentence = sentence.text
    shown.nextStep = sentence.nextStep
    shown.openQuestions = openQuestions(incident)
    shown.severity = severity(incident)
    return shown
  }

  private func disconnect(_ reason: UInt32, _ extended: UInt32?) -> String {
    var text = "\(reason) (0x\(String(reason, radix: 16, uppercase: true)))"
    if let extended { text += ", extended \(extended)" }
    if let meaning = options.describeReason(reason, extended) { text += ", \(meaning)" }
    return text
  }

  private func attempt(_ episode: Episode, events: IncidentEvents) -> Report.Attempt {
    var shown = Report.Attempt(kind: episode.kind, start: episode.start, end: episode.end)
    shown.phase = episode.phase
    shown.client = episode.client
    shown.server = episode.server
    shown.events = Set(episode.members.compactMap { events.indexOf[$0.signal.event] }).sorted()
    shown.links = episode.links.compactMap { link in
      guard let from = events.indexOf[link.from], let to = events.indexOf[link.to] else { return nil }
      return Report.Attempt.Link(kind: link.kind, gapMilliseconds: link.gapMilliseconds, from: from, to: to)
    }
    let kinds = Set(episode.links.map(\.kind))
    shown.linkedBy = Episode.Link.Kind.allCases.filter(kinds.contains)
    shown.text = AttemptWording.text(of: episode, clock: options.clock)
    return shown
  }

  /// Remedies and what belongs to them: of the cause when diagnosed, else checks of the leading guesses.
  private func addAdvice(to shown: inout Report.Incident) {
    guard let first = shown.hypotheses.first else { return }
    if shown.verdict == .undetermined {
      let checks = shown.hypotheses.filter { $0.outcome != .ruledOut }.prefix(3).flatMap { guess in
        (causes[guess.cause]?.remedies.filter { $0.risk == .none } ?? []).prefix(1).map { (guess.cause, $0) }
      }
      shown.remedies = checks.enumerated().map { remedy($1.1, order: $0 + 1, cause: $1.0) }
      return
    }
    guard let cause = causes[first.cause] else { return }
    shown.remedies = cause.remedies.enumerated().map { remedy($1, order: $0 + 1, cause: cause.id) }
    shown.confirmation = cause.confirmation
    shown.references = cause.references
    shown.folkAdvice = (cause.folkAdvice ?? []).map { Report.FolkAdvice(claim: $0.claim, answer: $0.answer) }
  }

  private func remedy(_ remedy: CauseRule.Remedy, order: Int, cause: String) -> Report.Remedy {
    Report.Remedy(
      order: order, risk: remedy.risk, riskText: remedy.risk.badge, text: remedy.text,
      command: remedy.command, cause: cause)
  }

  private func openQuestions(_ incident: Diagnosis.Incident) -> [String] {
    var questions: [String] = []
    let parts = [
      ("session host", incident.server), ("client", incident.client), ("gateway", incident.gateway),
    ]
    for (role, name) in parts {
      guard let name, let host = site.hosts.first(where: { $0.name == name }) else { continue }
      if !host.hasLogs { questions.append("No log of the \(role) \(name) was supplied.") }
    }
    if incident.server == nil { questions.append("The logs do not name the machine that was called.") }
    return questions
  }

  /// Faults before questions before the harmless; then by how many are hit and how often.
  private func severity(_ incident: Diagnosis.Incident) -> Double {
    let weight =
      switch incident.verdict {
      case .diagnosed: 1.0
      case .undetermined: 0.8
      case .benign: 0.0
      }
    return weight * Double(3 * max(1, incident.clients.count) + incident.episodes.count)
  }
}
