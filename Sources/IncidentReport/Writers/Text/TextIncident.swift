import Diagnosis
import EventCorrelation

/// One incident on a terminal.
struct TextIncident {
  var incident: Report.Incident
  var clock: ReportClock
  /// Whether its sentence already stands at the top.
  var alone: Bool

  /// Attempts, and events of one, shown; the rest is counted.
  private static let shownAttempts = 4
  private static let shownEvents = 24

  func draw(on canvas: inout TextCanvas) {
    canvas.heading("\(incident.id)  \(incident.verdict.title)  \(incident.title)", incident.verdict.textStyle)
    if !alone { canvas.paragraph(incident.sentence, indent: 2) }
    facts(on: &canvas)
    causes(on: &canvas)
    ruledOut(on: &canvas)
    fix(on: &canvas)
    collect(on: &canvas)
    attempts(on: &canvas)
  }

  private func facts(on canvas: inout TextCanvas) {
    let others = incident.clients.count > 1 ? incident.clients.joined(separator: ", ") : nil
    let facts: [(String, String?)] = [
      ("Client", incident.client), ("Clients", others), ("Server", incident.server),
      ("Gateway", incident.gateway), ("User", incident.user), ("From", clock.stamp(incident.start)),
      ("To", incident.end == incident.start ? nil : clock.stamp(incident.end)),
      ("Disconnect", incident.disconnectText),
      (
        "Since then", incident.triggers.isEmpty ? nil : incident.triggers.map(\.title).joined(separator: ", ")
      ),
    ]
    canvas.blank()
    for (name, value) in facts {
      guard let value else { continue }
      canvas.paragraph(value, indent: 2, lead: TextWidth.padded(name, to: 12), leadStyle: .faint)
    }
  }

  private func causes(on canvas: inout TextCanvas) {
    let open = incident.hypotheses.filter { $0.outcome != .ruledOut && $0.prominent }
    title(incident.verdict == .undetermined ? "What it could be" : "Why", on: &canvas)
    for hypothesis in open {
      let bar = TextBar.text(hypothesis.confidence, width: 20)
      canvas.paragraph(
        hypothesis.title, indent: 2, lead: "\(bar) \(TextWidth.padded(hypothesis.confidenceText, to: 9)) ",
        leadStyle: .accent, style: .strong)
      explanation(of: hypothesis, on: &canvas)
      canvas.paragraph(hypothesis.reasoning, indent: 6)
      evidence(of: hypothesis, on: &canvas)
      if !hypothesis.settledBy.isEmpty {
        canvas.paragraph(hypothesis.settledBy, indent: 6, lead: "Would settle it: ", leadStyle: .faint)
      }
    }
    let bar = TextBar.text(incident.unexplained, width: 20)
    canvas.paragraph(
      "something no known cause describes", indent: 2,
      lead: "\(bar) \(TextWidth.padded(incident.unexplainedText, to: 9)) ", leadStyle: .faint, style: .faint)
    for question in incident.openQuestions { canvas.paragraph(question, indent: 6, style: .faint) }
  }

  /// In full for the cause that was found, in a sentence for a guess.
  private func explanation(of hypothesis: Report.Hypothesis, on canvas: inout TextCanvas) {
    guard !hypothesis.explanation.isEmpty else { return }
    let text =
      hypothesis.outcome == .matched
      ? hypothesis.explanation : Sentences.closed(Sentences.first(of: hypothesis.explanation))
    canvas.paragraph(text, indent: 6, style: .faint)
  }

  private func evidence(of hypothesis: Report.Hypothesis, on canvas: inout TextCanvas) {
    for item in hypothesis.distinctEvidence {
      let lead = item.supports ? "+ " : "- "
      let style: TextStyle = item.supports ? .good : .bad
      guard let index = item.event else {
        canvas.paragraph(item.note, indent: 6, lead: lead, leadStyle: style)
        continue
      }
      let event = incident.events[index]
      let place = "\(event.host) \(event.label)"
      let when = item.gap.isEmpty ? "at \(clock.clock(event.time))" : item.gap
      canvas.paragraph("\(place), \(when): \(item.countedNote)", indent: 6, lead: lead, leadStyle: style)
    }
  }

  private func ruledOut(on canvas: inout TextCanvas) {
    let out = incident.hypotheses.filter { $0.outcome == .ruledOut && $0.prominent }
    guard !out.isEmpty else { return }
    title("Not the cause", on: &canvas)
    for hypothesis in out {
      canvas.paragraph(
        "\(hypothesis.title). \(hypothesis.reasoning)", indent: 2, lead: "× ", leadStyle: .faint)
    }
  }

  private func fix(on canvas: inout TextCanvas) {
    guard !incident.remedies.isEmpty else { return }
    title(incident.verdict == .undetermined ? "Safe checks meanwhile" : "Fix, safest first", on: &canvas)
    for remedy in incident.remedies {
      canvas.paragraph(
        remedy.text, indent: 2, lead: "\(remedy.order). [\(remedy.riskText)] ",
        leadStyle: remedy.risk.textStyle)
      if let command = remedy.command { canvas.line([.init(command, .accent)], indent: 8) }
    }
    if !incident.confirmation.isEmpty {
      canvas.paragraph(incident.confirmation, indent: 2, lead: "It is mended when: ", leadStyle: .good)
    }
    for advice in incident.folkAdvice {
      canvas.paragraph(
        "\u{201C}\(advice.claim)\u{201D} \(advice.answer)", indent: 2, lead: "Careful: ", leadStyle: .warning)
    }
  }

  private func collect(on canvas: inout TextCanvas) {
    guard !incident.collectNext.isEmpty else { return }
    title("Export next", on: &canvas)
    for (index, step) in incident.collectNext.enumerated() {
      canvas.paragraph(
        "\(step.host), \(step.channel): \(step.reason)", indent: 2, lead: "\(index + 1). ", leadStyle: .strong
      )
      canvas.line([.init(step.command, .accent)], indent: 8)
    }
  }

  private func attempts(on canvas: inout TextCanvas) {
    title(incident.attempts.count == 1 ? "The attempt" : "Attempts", on: &canvas)
    for attempt in incident.attempts.prefix(Self.shownAttempts) {
      let ties = attempt.linkedBy.map(\.rawValue).joined(separator: ", ")
      let tied = ties.isEmpty ? "" : "; tied together by \(ties)"
      canvas.paragraph(attempt.text + tied, indent: 2, style: .strong)
      for index in attempt.events.prefix(Self.shownEvents) {
        let event = incident.events[index]
        canvas.paragraph(
          "\(event.host), \(event.label): \(event.summary)", indent: 4,
          lead: "\(event.deciding ? "▶" : " ") \(clock.clock(event.time))  ",
          leadStyle: event.deciding ? .bad : .faint)
      }
      more(attempt.events.count - Self.shownEvents, "more event", on: &canvas)
    }
    more(incident.attempts.count - Self.shownAttempts, "more attempt", on: &canvas)
  }

  private func more(_ count: Int, _ what: String, on canvas: inout TextCanvas) {
    if count > 0 { canvas.paragraph("… and \(Amount.counted(count, what))", indent: 4, style: .faint) }
  }

  private func title(_ text: String, on canvas: inout TextCanvas) {
    canvas.blank()
    canvas.paragraph(text, style: .strong)
  }
}

extension CauseRule.Remedy.Risk {
  var textStyle: TextStyle {
    switch self {
    case .none, .low: .good
    case .serviceInterruption: .warning
    case .securityDowngrade, .dataLoss: .bad
    }
  }
}
