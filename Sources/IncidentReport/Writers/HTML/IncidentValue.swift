import Diagnosis
import EventCorrelation
import EventSignals
import WindowsEventLog

/// One incident as the values its template shows.
struct IncidentValue {
  var incident: Report.Incident
  var report: Report
  /// From 1; ids inside the page start with `i` and this.
  var number: Int
  /// Whether the page is about this one alone.
  var alone: Bool
  /// Numbers of sources by path, from 1.
  var sourceNumbers: [String: Int]

  private var clock: ReportClock { report.clock }
  private var prefix: String { "i\(number)" }

  var value: TemplateValue {
    var value = TemplateValue()
    value.text("id", incident.id)
    value.text("prefix", prefix)
    value.flag("alone", alone)
    value.flag("open", alone)
    value.text("verdict", incident.verdict.rawValue)
    value.text("verdictTitle", incident.verdict.label)
    value.text("title", incident.title)
    value.text("sentence", incident.sentence)
    value.text("certainty", incident.certainty)
    value.flag("isNew", incident.isNew)
    value.number("tries", incident.attempts.count)
    value.flag("manyTries", incident.attempts.count > 1)
    value.value("start", HTMLTime(incident.start, clock).value)
    value.value("end", HTMLTime(incident.end, clock).value)
    facts(into: &value)
    causes(into: &value)
    value.value(
      "timeline",
      TimelinePicture(
        incident: incident, hosts: report.hosts, coverage: report.coverage, clock: clock, prefix: prefix
      ).value)
    fix(into: &value)
    value.list("collect", incident.collectNext.map(Self.collect))
    attempts(into: &value)
    return value
  }

  private func facts(into value: inout TemplateValue) {
    let many = incident.clients.count > 1 ? incident.clients : []
    let facts: [(String, String?)] = [
      ("Client", incident.client), ("Clients", many.isEmpty ? nil : many.joined(separator: ", ")),
      ("Server", incident.server), ("Gateway", incident.gateway), ("User", incident.user),
      ("Disconnect", incident.disconnectText),
      ("Changed since the last success", incident.triggers.map(\.title).joined(separator: ", ")),
    ]
    value.list(
      "facts",
      facts.compactMap { name, text in
        guard let text, !text.isEmpty else { return nil }
        var fact = TemplateValue()
        fact.text("name", name)
        fact.text("text", text)
        return fact
      })
    value.list("questions", incident.openQuestions.map(Self.line))
  }

  private func causes(into value: inout TemplateValue) {
    let shown = incident.hypotheses.filter(\.prominent)
    let open = shown.filter { $0.outcome != .ruledOut }
    value.text("whyTitle", incident.verdict == .undetermined ? "What it could be" : "Why")
    value.list("causes", open.enumerated().map { cause($1, isFirst: $0 == 0) })
    let out = shown.filter { $0.outcome == .ruledOut }
    value.list("ruledOut", out.map { cause($0, isFirst: false) })
    value.flag("hasRuledOut", !out.isEmpty)
    value.text("unexplained", incident.unexplainedText)
    value.length("unexplainedWidth", incident.unexplained * 100)
  }

  private func cause(_ hypothesis: Report.Hypothesis, isFirst: Bool) -> TemplateValue {
    var value = TemplateValue()
    value.text("cause", hypothesis.cause)
    value.text("title", hypothesis.title)
    value.text("confidence", hypothesis.confidenceText)
    value.length("width", hypothesis.confidence * 100)
    value.text("outcome", hypothesis.outcome.rawValue)
    value.flag("first", isFirst && incident.verdict != .undetermined)
    value.text("reasoning", hypothesis.reasoning)
    value.text("explanation", hypothesis.explanation)
    value.text("settledBy", hypothesis.settledBy)
    value.list("evidence", hypothesis.distinctEvidence.map(evidence))
    return value
  }

  private func evidence(_ item: Report.Hypothesis.Evidence) -> TemplateValue {
    var value = TemplateValue()
    value.flag("supports", item.supports)
    value.text("side", item.supports ? "For" : "Against")
    value.text("note", item.countedNote)
    guard let index = item.event else {
      value.flag("event", false)
      return value
    }
    let event = incident.events[index]
    value.number("event", index + 1)
    value.text("label", event.label)
    value.text("host", event.host)
    value.text("gap", item.gap.isEmpty ? "at \(clock.clock(event.time))" : item.gap)
    return value
  }

  private func fix(into value: inout TemplateValue) {
    value.text(
      "fixTitle", incident.verdict == .undetermined ? "Safe checks meanwhile" : "Fix, safest first")
    value.list(
      "remedies",
      incident.remedies.map { remedy in
        var step = TemplateValue()
        step.text("risk", remedy.risk.rawValue)
        step.text("riskText", remedy.riskText)
        step.text("text", remedy.text)
        step.text("command", remedy.command)
        return step
      })
    value.text("confirmation", incident.confirmation)
    value.list(
      "folk",
      incident.folkAdvice.map { advice in
        var pair = TemplateValue()
        pair.text("claim", advice.claim)
        pair.text("answer", advice.answer)
        return pair
      })
    value.list("references", incident.references.map(Self.reference))
  }

  private static func collect(_ step: Report.CollectStep) -> TemplateValue {
    var value = TemplateValue()
    value.text("host", step.host)
    value.text("channel", step.channel)
    value.text("reason", step.reason)
    value.text("command", step.command)
    return value
  }

  /// Only web addresses become links.
  private static func reference(_ text: String) -> TemplateValue {
    var value = TemplateValue()
    let isLink = text.hasPrefix("https://") && !text.contains { $0.isWhitespace }
    value.flag("link", isLink)
    value.text("text", text)
    return value
  }

  private static func line(_ text: String) -> TemplateValue {
    var value = TemplateValue()
    value.text("text", text)
    return value
  }

  private func attempts(into value: inout TemplateValue) {
    var listed: Set<Int> = []
    var groups = incident.attempts.enumerated().map { index, attempt in
      let fresh = attempt.events.filter { listed.insert($0).inserted }
      return group("\(index + 1)", attempt.text, attempt.linkedBy.map(\.rawValue), fresh)
    }
    let others = incident.events.indices.filter { !listed.contains($0) }
    if !others.isEmpty {
      groups.append(group(nil, "Other events the causes were weighed by", [], others))
    }
    value.list("attempts", groups)
    value.number("eventCount", incident.events.count)
  }

  private func group(_ number: String?, _ text: String, _ ties: [String], _ events: [Int]) -> TemplateValue {
    var value = TemplateValue()
    value.text("attempt", number)
    value.text("text", text)
    value.list("ties", ties.map(Self.line))
    value.flag("hasTies", !ties.isEmpty)
    value.list("events", events.map(event))
    return value
  }

  private func event(_ index: Int) -> TemplateValue {
    let event = incident.events[index]
    var value = TemplateValue()
    value.number("number", index + 1)
    value.flag("deciding", event.deciding)
    value.text("kind", event.mark.rawValue)
    value.value("time", HTMLTime(event.time, clock, short: true).value)
    value.text("host", event.host)
    value.text("label", event.label)
    value.text("summary", event.summary)
    value.text("channel", event.channel)
    value.text("record", event.recordID.map { String($0) })
    value.text("offset", String(event.offset))
    if let source = sourceNumbers[event.source] {
      value.number("source", source)
    } else {
      value.flag("source", false)
    }
    value.text("logged", event.rawTime == event.time ? nil : clock.clock(event.rawTime))
    return value
  }
}

extension Diagnosis.Incident.Verdict {
  /// What stands on the badge.
  var label: String {
    switch self {
    case .diagnosed: "Diagnosed"
    case .undetermined: "Undetermined"
    case .benign: "No fault"
    }
  }
}
