import EventCorrelation
import EventSignals
import WindowsEventLog

extension IncidentValue {
  /// Every event once, under the attempt it belongs to.
  func attempts(into value: inout TemplateValue) {
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
    value.text("ties", Sentences.list(ties))
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
    value.value("time", HTMLTime(event.time, clock, .clock).value)
    value.text("host", event.host)
    value.text("label", event.label)
    value.text("summary", event.summary)
    value.text("channel", ProviderName.short(event.channel))
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
