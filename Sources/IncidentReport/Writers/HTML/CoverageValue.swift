import EventCorrelation
import WindowsEventLog

/// Host × channel over time as bars.
struct CoverageValue {
  var report: Report
  /// Bars drawn; thousands of channels would hide the rest of the page.
  private static let mostRows = 400
  /// Incidents drawn on one bar.
  private static let mostMoments = 200

  var rows: [TemplateValue] {
    guard let first = report.coverage.map(\.first).min(), let last = report.coverage.map(\.last).max() else {
      return []
    }
    let span = max(1, last.seconds(since: first))
    func x(_ time: WindowsTime) -> Double { min(max(time.seconds(since: first) / span, 0), 1) * 1_000 }
    let moments = Dictionary(grouping: report.incidents.flatMap(Self.machines), by: \.machine)
    return report.coverage.prefix(Self.mostRows).map { entry in
      var value = TemplateValue()
      value.text("host", entry.host)
      value.text("channel", entry.channel)
      value.value("from", HTMLTime(entry.first, report.clock, .minute).value)
      value.value("to", HTMLTime(entry.last, report.clock, .minute).value)
      value.length("x", x(entry.first))
      value.length("w", max(3, x(entry.last) - x(entry.first)))
      value.list(
        "gaps",
        entry.gaps.prefix(200).map { gap in
          var hatch = TemplateValue()
          hatch.length("x", x(gap.from))
          hatch.length("w", max(4, x(gap.to) - x(gap.from)))
          return hatch
        })
      value.list("cleared", entry.clearedAt.prefix(50).map { mark(x($0)) })
      value.text(
        "moments",
        (moments[entry.host] ?? []).prefix(Self.mostMoments).map { "M\(HTMLText.length(x($0.start))) 0v16" }
          .joined())
      value.list("notes", notes(entry))
      return value
    }
  }

  /// Every machine an incident has to do with, once.
  private static func machines(of incident: Report.Incident) -> [(machine: String, start: WindowsTime)] {
    let parts = [incident.client, incident.server, incident.gateway].compactMap(\.self)
    return Set(parts + incident.clients + incident.events.map(\.host)).sorted().map { ($0, incident.start) }
  }

  private func mark(_ x: Double) -> TemplateValue {
    var value = TemplateValue()
    value.length("x", x)
    return value
  }

  private func notes(_ entry: Report.Coverage) -> [TemplateValue] {
    var texts = entry.gaps.prefix(3).map {
      "\(Amount.counted(Int(clamping: $0.missingRecords), "record")) missing, \(report.clock.stamp($0.from)) to \(report.clock.stamp($0.to))"
    }
    if entry.gaps.count > 3 { texts.append("\(Amount.counted(entry.gaps.count - 3, "more gap"))") }
    texts += entry.clearedAt.prefix(3).map { "cleared at \(report.clock.stamp($0))" }
    if !entry.silences.isEmpty {
      texts.append("\(Amount.counted(entry.silences.count, "silence")) of more than 10 minutes")
    }
    return texts.map { text in
      var value = TemplateValue()
      value.text("text", text)
      return value
    }
  }
}
