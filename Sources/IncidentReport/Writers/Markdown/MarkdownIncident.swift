import Diagnosis
import EventCorrelation
import EventSignals

/// One incident as Markdown.
struct MarkdownIncident {
  var incident: Report.Incident
  var clock: ReportClock

  var text: String {
    var text = "## \(incident.id): \(MarkdownText.prose(incident.title))\n\n"
    text += MarkdownText.prose(incident.sentence) + "\n\n"
    text += facts + causes + ruledOut + fix + collect + attempts
    return text
  }

  private var facts: String {
    let facts: [(String, String?)] = [
      ("Client", incident.client),
      ("Clients", incident.clients.count > 1 ? incident.clients.joined(separator: ", ") : nil),
      ("Server", incident.server), ("Gateway", incident.gateway), ("User", incident.user),
      ("From", clock.stamp(incident.start)), ("To", clock.stamp(incident.end)),
      ("Disconnect", incident.disconnectText),
    ]
    return facts.compactMap { name, value in value.map { "- \(name): \(MarkdownText.prose($0))\n" } }.joined()
      + "\n"
  }

  private var causes: String {
    var text = "### \(incident.verdict == .undetermined ? "What it could be" : "Why")\n\n"
    for hypothesis in incident.hypotheses where hypothesis.outcome != .ruledOut && hypothesis.prominent {
      text += "- **\(MarkdownText.prose(hypothesis.title))**, \(hypothesis.confidenceText)\n"
      text += "  \(MarkdownText.prose(hypothesis.reasoning))\n"
      if !hypothesis.explanation.isEmpty { text += "  \(MarkdownText.prose(hypothesis.explanation))\n" }
      for item in hypothesis.distinctEvidence { text += "  - \(evidence(item))\n" }
      if !hypothesis.settledBy.isEmpty {
        text += "  - would settle it: \(MarkdownText.prose(hypothesis.settledBy))\n"
      }
    }
    text += "- something no known cause describes, \(incident.unexplainedText)\n\n"
    text += incident.openQuestions.map { MarkdownText.prose($0) + "\n" }.joined()
    return incident.openQuestions.isEmpty ? text : text + "\n"
  }

  private func evidence(_ item: Report.Hypothesis.Evidence) -> String {
    let side = item.supports ? "for" : "against"
    guard let index = item.event else { return "\(side): \(MarkdownText.prose(item.note))" }
    let event = incident.events[index]
    let when = item.gap.isEmpty ? "at \(clock.clock(event.time))" : item.gap
    return "\(side): " + MarkdownText.prose("\(event.host) \(event.label), \(when): \(item.countedNote)")
  }

  private var ruledOut: String {
    let out = incident.hypotheses.filter { $0.outcome == .ruledOut && $0.prominent }
    guard !out.isEmpty else { return "" }
    return "### Not the cause\n\n"
      + out.map { "- \(MarkdownText.prose("\($0.title). \($0.reasoning)"))\n" }.joined() + "\n"
  }

  private var fix: String {
    guard !incident.remedies.isEmpty else { return "" }
    var text = "### \(incident.verdict == .undetermined ? "Safe checks meanwhile" : "Fix, safest first")\n\n"
    for remedy in incident.remedies {
      text += "\(remedy.order). *\(remedy.riskText)*: \(MarkdownText.prose(remedy.text))\n"
      if let command = remedy.command {
        text += "\n" + MarkdownText.fenced(command, language: "powershell", indent: "   ") + "\n"
      }
    }
    text += "\n"
    if !incident.confirmation.isEmpty {
      text += "It is mended when: \(MarkdownText.prose(incident.confirmation))\n\n"
    }
    for advice in incident.folkAdvice {
      text += "> \u{201C}\(MarkdownText.prose(advice.claim))\u{201D} \(MarkdownText.prose(advice.answer))\n\n"
    }
    for reference in incident.references
    where reference.hasPrefix("https://") && !reference.contains(where: "<> \n".contains) {
      text += "- <\(HostileText.shown(reference))>\n"
    }
    return incident.references.isEmpty ? text : text + "\n"
  }

  private var collect: String {
    guard !incident.collectNext.isEmpty else { return "" }
    return "### Export next\n\n"
      + incident.collectNext.enumerated().map { index, step in
        "\(index + 1). \(MarkdownText.prose("\(step.host), \(step.channel): \(step.reason)"))\n\n"
          + MarkdownText.fenced(step.command, language: "bat", indent: "   ") + "\n"
      }.joined()
  }

  private var attempts: String {
    var text = "### \(incident.attempts.count == 1 ? "The attempt" : "Attempts")\n\n"
    for attempt in incident.attempts {
      let ties = attempt.linkedBy.map(\.rawValue).joined(separator: ", ")
      text += MarkdownText.prose(attempt.text + (ties.isEmpty ? "" : "; tied together by \(ties)")) + "\n\n"
      let rows = attempt.events.map { index in
        let event = incident.events[index]
        return [
          clock.clock(event.time), event.host, event.label, event.summary, event.source, String(event.offset),
        ]
      }
      text += MarkdownText.table(["Time", "Machine", "Event", "What", "File", "Offset"], rows)
    }
    return text
  }
}
