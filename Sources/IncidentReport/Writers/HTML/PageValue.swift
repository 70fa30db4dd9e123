import Diagnosis
import WindowsEventLog

/// The page around the incidents.
struct PageValue {
  var report: Report

  var value: TemplateValue {
    var value = TemplateValue()
    value.list("headline", headline)
    value.flag("many", report.incidents.count > 1)
    value.flag("one", report.incidents.count == 1)
    value.flag("none", report.incidents.isEmpty)
    value.flag("hushed", report.suppressed.contains { !$0.incidents.isEmpty })
    value.flag("redacted", report.redacted)
    value.text("zone", report.clock.label)
    value.flag("otherZone", report.clock.zone != nil)
    value.text("generator", "\(report.generator.name) \(report.generator.version)")
    let records = report.sources.reduce(UInt64(0)) { $0 &+ $1.ledger.read }
    value.text(
      "basis",
      "\(Amount.counted(report.sources.count, "source")), \(Amount.grouped(records)) events, \(Amount.counted(report.hosts.count(where: \.hasLogs), "machine"))"
    )
    if let only = report.incidents.first, report.incidents.count == 1 {
      value.text("verdict", only.verdict.rawValue)
      value.text("verdictTitle", only.verdict.label)
      value.text("certainty", only.certainty)
    } else {
      value.flag("verdict", false)
    }
    if report.incidents.count > 1 { overview(into: &value) }
    return value
  }

  private func overview(into value: inout TemplateValue) {
    let overview = report.overview
    value.text("diagnosed", Amount.grouped(overview.diagnosed))
    value.text("undetermined", Amount.grouped(overview.undetermined))
    value.text("benign", Amount.grouped(overview.benign))
    newcomers(into: &value)
    let charts = [
      ("By cause", overview.causes), ("By server", overview.servers), ("By client", overview.clients),
      ("By user", overview.users),
    ]
    value.list(
      "charts",
      charts.filter { !$0.1.isEmpty }.map { title, counts in
        var chart = TemplateValue()
        chart.text("title", title)
        chart.list("bars", ChartValue.ranked(counts))
        return chart
      })
    var pictures: [TemplateValue] = []
    pictures.append(picture("By hour of the day (\(report.clock.label))", overview.hours, each: 6))
    if overview.days.count > 1 {
      let title = [10: "By day", 7: "By month"][overview.days.first?.label.count ?? 0] ?? "By year"
      pictures.append(picture(title, overview.days, each: max(1, (overview.days.count + 3) / 4)))
    }
    value.list("pictures", pictures)
    value.list(
      "worst",
      overview.worstFirst.prefix(Self.worst(of: report.incidents.count)).map { index in
        let incident = report.incidents[index]
        var line = TemplateValue()
        line.text("id", incident.id)
        line.text("machine", incident.machine)
        line.text("trouble", incident.trouble)
        line.text("verdict", incident.verdict.rawValue)
        line.text("verdictTitle", incident.verdict.label)
        line.text("certainty", incident.certainty)
        line.flag("isNew", incident.isNew)
        line.text("tries", Amount.counted(incident.attempts.count, "attempt"))
        line.value("minute", HTMLTime(incident.start, report.clock, .minute).value)
        return line
      })
  }

  /// A short page needs no second list of the same.
  private static func worst(of count: Int) -> Int { count > 20 ? 10 : min(5, count) }

  /// The one sentence; about one incident, in parts.
  private var headline: [TemplateValue] {
    let told = report.incidents.filter { $0.sentence == report.headline }
    if let only = told.first, told.count == 1 { return SentenceParts(only).values }
    let days = report.incidents.map { report.clock.day($0.start) }
    return SentenceParts(
      headline: report.headline, nextStep: Headline.step(of: report) ?? "",
      names: [days.min(), days.max()].compactMap(\.self)
    ).values
  }

  /// Newcomers named in the overview; the list marks them all.
  private static let mostNewcomers = 12

  private func newcomers(into value: inout TemplateValue) {
    let fresh = report.incidents.filter(\.isNew)
    value.value("newSince", report.overview.newSince.map { HTMLTime($0, report.clock, .minute).value })
    value.text("new", Amount.grouped(fresh.count))
    value.list(
      "newcomers",
      fresh.prefix(Self.mostNewcomers).map { incident in
        var line = TemplateValue()
        line.text("id", incident.id)
        return line
      })
    value.flag("hasNewcomers", !fresh.isEmpty)
    let more = fresh.count - Self.mostNewcomers
    value.text("moreNew", more > 0 ? "and \(Amount.grouped(more)) more" : nil)
  }

  private func picture(_ title: String, _ counts: [Report.Overview.Count], each: Int) -> TemplateValue {
    var value = TemplateValue()
    value.text("title", title)
    value.list("columns", ChartValue.columns(counts, width: 480, each: each))
    value.text(
      "spoken",
      counts.filter { $0.count > 0 }.prefix(100).map { "\($0.label): \($0.count)" }.joined(separator: ", "))
    return value
  }
}
