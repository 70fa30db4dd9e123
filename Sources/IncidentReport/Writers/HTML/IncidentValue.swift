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
  /// Numbers of the sections that explain causes; empty where each incident explains its own.
  var noteNumbers: [String: Int]

  var clock: ReportClock { report.clock }
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
    value.list("sentence", SentenceParts(incident).values)
    value.text("machine", incident.machine)
    value.text("trouble", incident.trouble)
    value.text("h", alone ? "h2" : "h3")
    value.text("certainty", incident.certainty)
    value.flag("isNew", incident.isNew)
    value.number("tries", incident.attempts.count)
    value.flag("manyTries", incident.attempts.count > 1)
    value.value("start", HTMLTime(incident.start, clock).value)
    value.value("minute", HTMLTime(incident.start, clock, .minute).value)
    value.value(
      "end", incident.end == incident.start ? nil : HTMLTime(incident.end, clock).value)
    facts(into: &value)
    causes(into: &value)
    value.value(
      "timeline",
      TimelinePicture(
        incident: incident, hosts: report.hosts, coverage: report.coverage, clock: clock, prefix: prefix,
        alone: alone
      ).value)
    fix(into: &value)
    value.flag("hasCollect", !incident.collectNext.isEmpty)
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

  /// A guess below it is shown by its bar, and the rest on demand.
  private static let worthUnfolding = 0.1

  private func cause(_ hypothesis: Report.Hypothesis, isFirst: Bool) -> TemplateValue {
    var value = TemplateValue()
    value.text("cause", hypothesis.cause)
    value.text("title", hypothesis.title)
    value.text("confidence", hypothesis.confidenceText)
    value.length("width", hypothesis.confidence * 100)
    value.text("outcome", hypothesis.outcome.rawValue)
    value.flag("first", isFirst && incident.verdict != .undetermined)
    value.text("reasoning", hypothesis.reasoning)
    let note = noteNumbers[hypothesis.cause]
    if let note { value.number("note", note) } else { value.flag("note", false) }
    value.text("explanation", note == nil ? hypothesis.explanation : nil)
    value.flag("folded", !isFirst && hypothesis.confidence < Self.worthUnfolding)
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
    let note =
      incident.verdict == .undetermined ? nil : incident.hypotheses.first.flatMap { noteNumbers[$0.cause] }
    if let note {
      // The section of the cause has them all; here is what to begin with.
      AdviceValue(
        remedies: Array(incident.remedies.prefix(1)), confirmation: "", folkAdvice: [], references: []
      ).fill(&value)
      value.number("note", note)
      let more = incident.remedies.count - 1
      value.text(
        "noteText",
        more > 0
          ? "\(Amount.counted(more, "further step")), how to confirm, what not to do"
          : "How to confirm, what not to do")
    } else {
      value.flag("note", false)
      AdviceValue(
        remedies: incident.remedies, confirmation: incident.confirmation,
        folkAdvice: incident.folkAdvice, references: incident.references
      ).fill(&value)
    }
  }

  private static func collect(_ step: Report.CollectStep) -> TemplateValue {
    var value = TemplateValue()
    value.text("host", step.host)
    value.text("channel", step.channel)
    value.text("reason", step.reason)
    value.text("command", step.command)
    return value
  }

  static func line(_ text: String) -> TemplateValue {
    var value = TemplateValue()
    value.text("text", text)
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

extension Report.Incident {
  /// The machine its title begins with.
  var machine: String? { server ?? client }

  /// The title without the machine.
  var trouble: String {
    let lead = machine.map { "\($0): " } ?? ""
    return title.hasPrefix(lead) ? String(title.dropFirst(lead.count)) : title
  }
}
