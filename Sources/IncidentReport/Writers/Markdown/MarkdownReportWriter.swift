import Diagnosis
import EventCorrelation
import EventSignals
import WindowsEventLog

/// The report as Markdown, for tickets and wikis.
public struct MarkdownReportWriter: ReportWriter {
  public static let format = "markdown"

  public init() {}

  public func write(_ report: Report) -> [UInt8] {
    var text = "# Remote Desktop incident report\n\n\(MarkdownText.prose(report.headline))\n\n"
    if report.incidents.count > 1 { text += overview(report) }
    for incident in report.incidents {
      text += MarkdownIncident(incident: incident, clock: report.clock).text
    }
    text += site(report)
    return Array(text.utf8)
  }

  private func overview(_ report: Report) -> String {
    let causes = report.overview.causes.map { [$0.label, String($0.count)] }
    let incidents = report.incidents.map { incident in
      [
        incident.id, report.clock.stamp(incident.start), incident.title, incident.certainty,
        String(incident.attempts.count),
      ]
    }
    return "## Overview\n\n" + MarkdownText.table(["Cause", "Incidents"], causes)
      + MarkdownText.table(["Incident", "Start", "What", "How sure", "Attempts"], incidents)
  }

  private func site(_ report: Report) -> String {
    let clock = report.clock
    let hosts = report.hosts.map { host in
      [host.name, host.roles.map(\.rawValue).joined(separator: ", "), host.clockText]
    }
    let coverage = report.coverage.map { entry in
      let gaps = entry.gaps.map {
        "\($0.missingRecords) missing between \(clock.stamp($0.from)) and \(clock.stamp($0.to))"
      }
      let cleared = entry.clearedAt.map { "cleared at \(clock.stamp($0))" }
      return [
        entry.host, entry.channel, clock.stamp(entry.first), clock.stamp(entry.last),
        (gaps + cleared).joined(separator: "; "),
      ]
    }
    let sources = report.sources.map { source in
      let ledger = source.ledger
      return [
        source.path, source.sha256 ?? "", Amount.bytes(ledger.bytes), Amount.grouped(ledger.read),
        Amount.grouped(ledger.skipped), Amount.grouped(ledger.repaired), Amount.grouped(ledger.duplicate),
        "\(source.dialect), \(source.encoding)",
      ]
    }
    var text = "## Machines and their clocks\n\n" + MarkdownText.table(["Machine", "Roles", "Clock"], hosts)
    text += "## What the logs cover\n\n"
    text += MarkdownText.table(["Machine", "Channel", "First", "Last", "Missing"], coverage)
    text += "## Sources\n\n"
    text += MarkdownText.table(
      ["File", "SHA-256", "Size", "Records", "Unreadable", "Mended", "Seen twice", "Format"], sources)
    if !report.suppressed.isEmpty {
      text += "## Known and accepted\n\n"
      for entry in report.suppressed {
        text += "- \(MarkdownText.prose("\(Sentences.closed(entry.reason)) \(entry.text)"))\n"
      }
      text += "\n"
    }
    if !report.warnings.isEmpty {
      text += "## Worth knowing\n\n"
      for warning in report.warnings {
        text += "- \(MarkdownText.prose("\(warning.path): \(warning.message)"))\n"
      }
      text += "\n"
    }
    text += "## Method\n\n" + report.method.map { MarkdownText.prose($0) + "\n\n" }.joined()
    return text + MarkdownText.prose("\(report.generator.name) \(report.generator.version)") + "\n"
  }
}
