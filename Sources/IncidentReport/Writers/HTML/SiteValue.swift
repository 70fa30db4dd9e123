import EventCorrelation
import EventSignals
import WindowsEventLog

/// Hosts, coverage, sources, warnings and method as the values their template shows.
struct SiteValue {
  var report: Report

  var value: TemplateValue {
    var value = TemplateValue()
    value.text("zone", report.clock.label)
    value.list("hosts", report.hosts.map(host))
    let rows = CoverageValue(report: report).rows
    value.list("coverage", rows)
    value.number("hiddenCoverage", max(0, report.coverage.count - rows.count))
    value.flag("hidesCoverage", report.coverage.count > rows.count)
    value.list("sources", report.sources.enumerated().map { source($1, number: $0 + 1) })
    value.list("suppressed", report.suppressed.map(suppressed))
    value.flag("hasSuppressed", !report.suppressed.isEmpty)
    value.flag("hasWarnings", !report.warnings.isEmpty)
    value.list(
      "warnings",
      report.warnings.map { warning in
        var line = TemplateValue()
        line.text("path", warning.path)
        line.text("message", warning.message)
        return line
      })
    value.list(
      "method",
      report.method.map { text in
        var line = TemplateValue()
        line.text("text", text)
        return line
      })
    value.text("generator", "\(report.generator.name) \(report.generator.version)")
    return value
  }

  private func host(_ host: Report.Host) -> TemplateValue {
    var value = TemplateValue()
    value.text("name", host.name)
    value.text("aliases", host.aliases.joined(separator: ", "))
    value.text("roles", host.roles.map { $0.rawValue.replacing("-", with: " ") }.joined(separator: ", "))
    value.text("clockText", host.clockText)
    value.flag("absent", !host.hasLogs)
    return value
  }

  private func source(_ source: Report.Source, number: Int) -> TemplateValue {
    let ledger = source.ledger
    var value = TemplateValue()
    value.number("number", number)
    value.text("path", source.path)
    value.text("sha256", source.sha256)
    value.text("size", Amount.bytes(ledger.bytes))
    value.text("records", Amount.grouped(ledger.read))
    value.text("format", "\(source.dialect), \(source.encoding)")
    value.text("skipped", ledger.skipped > 0 ? "\(Amount.grouped(ledger.skipped)) unreadable" : nil)
    value.text("repaired", ledger.repaired > 0 ? "\(Amount.grouped(ledger.repaired)) mended" : nil)
    value.text("duplicate", ledger.duplicate > 0 ? "\(Amount.grouped(ledger.duplicate)) seen twice" : nil)
    value.flag("clean", ledger.skipped == 0 && ledger.repaired == 0 && ledger.duplicate == 0)
    return value
  }

  private func suppressed(_ entry: Report.Suppressed) -> TemplateValue {
    var value = TemplateValue()
    value.text("reason", Sentences.closed(entry.reason))
    value.text("text", entry.text)
    value.flag("expired", entry.expired)
    return value
  }
}
