import EventCorrelation
import EventSignals
import WindowsEventLog

/// Hosts, clocks, coverage, sources and warnings on a terminal: everything to check the work.
struct TextSite {
  var report: Report

  private static let shownSources = 40
  private static let shownCoverage = 60

  func draw(on canvas: inout TextCanvas) {
    hosts(on: &canvas)
    coverage(on: &canvas)
    sources(on: &canvas)
    suppressed(on: &canvas)
    warnings(on: &canvas)
  }

  private func hosts(on canvas: inout TextCanvas) {
    guard !report.hosts.isEmpty else { return }
    canvas.heading("Machines and their clocks")
    for host in report.hosts {
      let roles = host.roles.isEmpty ? "" : " (\(host.roles.map(\.rawValue).joined(separator: ", ")))"
      canvas.paragraph("\(host.name)\(roles): \(host.clockText)", indent: 2)
    }
  }

  private func coverage(on canvas: inout TextCanvas) {
    guard !report.coverage.isEmpty else { return }
    canvas.heading("What the logs cover")
    for entry in report.coverage.prefix(Self.shownCoverage) {
      canvas.paragraph(
        "\(entry.channel): \(report.clock.stamp(entry.first)) to \(report.clock.stamp(entry.last))",
        indent: 2,
        lead: "\(entry.host)  ", leadStyle: .faint)
      for gap in entry.gaps.prefix(5) {
        let records = Amount.counted(Int(clamping: gap.missingRecords), "record")
        canvas.paragraph(
          "\(records) missing between \(report.clock.stamp(gap.from)) and \(report.clock.stamp(gap.to))",
          indent: 6,
          style: .warning)
      }
      for cleared in entry.clearedAt.prefix(5) {
        canvas.paragraph("cleared at \(report.clock.stamp(cleared))", indent: 6, style: .warning)
      }
    }
    more(report.coverage.count - Self.shownCoverage, "more channel", on: &canvas)
  }

  private func sources(on canvas: inout TextCanvas) {
    guard !report.sources.isEmpty else { return }
    canvas.heading("Sources")
    for source in report.sources.prefix(Self.shownSources) {
      let ledger = source.ledger
      var text =
        "\(source.path): \(Amount.bytes(ledger.bytes)), \(Amount.grouped(ledger.read)) records, \(source.dialect), \(source.encoding)"
      if ledger.skipped > 0 { text += ", \(Amount.grouped(ledger.skipped)) unreadable" }
      if ledger.repaired > 0 { text += ", \(Amount.grouped(ledger.repaired)) mended" }
      if ledger.duplicate > 0 { text += ", \(Amount.grouped(ledger.duplicate)) seen twice" }
      canvas.paragraph(text, indent: 2, style: ledger.skipped > 0 ? .warning : .plain)
    }
    more(report.sources.count - Self.shownSources, "more source", on: &canvas)
  }

  private func suppressed(on canvas: inout TextCanvas) {
    guard !report.suppressed.isEmpty else { return }
    canvas.heading("Known and accepted")
    for entry in report.suppressed {
      canvas.paragraph(
        "\(Sentences.closed(entry.reason)) \(entry.text)", indent: 2, style: entry.expired ? .warning : .plain
      )
    }
  }

  private func warnings(on canvas: inout TextCanvas) {
    guard !report.warnings.isEmpty else { return }
    canvas.heading("Worth knowing", .warning)
    for warning in report.warnings { canvas.paragraph("\(warning.path): \(warning.message)", indent: 2) }
  }

  private func more(_ count: Int, _ what: String, on canvas: inout TextCanvas) {
    if count > 0 { canvas.paragraph("… and \(Amount.counted(count, what))", indent: 2, style: .faint) }
  }
}
