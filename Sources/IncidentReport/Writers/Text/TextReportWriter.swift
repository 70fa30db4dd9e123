import Diagnosis

/// The report for a terminal: the answer first, then everything to check it.
public struct TextReportWriter: ReportWriter {
  public static let format = "text"

  /// Columns to wrap at.
  public var width: Int
  /// Whether control sequences for colour may be written.
  public var color: Bool

  /// Incidents shown in full; those after them get a line each.
  static let fullIncidents = 20

  public init(width: Int = 100, color: Bool = false) {
    self.width = width
    self.color = color
  }

  public func write(_ report: Report) -> [UInt8] {
    var canvas = TextCanvas(width: width, color: color)
    canvas.paragraph(report.headline, style: .strong)
    if report.incidents.count > 1 { overview(report, &canvas) }
    for incident in report.incidents.prefix(Self.fullIncidents) {
      TextIncident(incident: incident, clock: report.clock, alone: report.incidents.count == 1)
        .draw(on: &canvas)
    }
    rest(report, &canvas)
    TextSite(report: report).draw(on: &canvas)
    return canvas.bytes
  }

  private func overview(_ report: Report, _ canvas: inout TextCanvas) {
    canvas.heading("What failed, most often first")
    let most = report.overview.causes.map(\.count).max() ?? 1
    let digits = String(most).count
    for cause in report.overview.causes.prefix(12) {
      let bar = TextBar.text(Double(cause.count) / Double(max(1, most)), width: 16)
      let count = String(repeating: " ", count: digits - String(cause.count).count) + String(cause.count)
      canvas.line([.init("\(count) "), .init(bar, .accent), .init("  \(cause.label)")], indent: 2)
    }
    canvas.heading("Incidents")
    for incident in report.incidents.prefix(200) { line(incident, report.clock, &canvas) }
    let more = report.incidents.count - 200
    if more > 0 { canvas.paragraph("… and \(Amount.counted(more, "more")).", indent: 2, style: .faint) }
  }

  private func line(_ incident: Report.Incident, _ clock: ReportClock, _ canvas: inout TextCanvas) {
    let lead = "\(incident.id)  \(clock.stamp(incident.start))  "
    let new = incident.isNew ? ", new" : ""
    let tries = incident.attempts.count > 1 ? " ×\(incident.attempts.count)" : ""
    canvas.paragraph(
      "\(incident.title)\(tries), \(incident.certainty)\(new)", indent: 2, lead: lead, leadStyle: .faint,
      style: incident.verdict.textStyle)
  }

  private func rest(_ report: Report, _ canvas: inout TextCanvas) {
    let left = report.incidents.count - Self.fullIncidents
    guard left > 0 else { return }
    canvas.blank()
    canvas.paragraph(
      "\(Amount.counted(left, "more incident")) listed above and not told in full here: the HTML, Markdown and JSON reports hold them all (--report-dir DIR).",
      style: .faint)
  }
}

extension Diagnosis.Incident.Verdict {
  var textStyle: TextStyle {
    switch self {
    case .diagnosed: .bad
    case .undetermined: .warning
    case .benign: .good
    }
  }

  var title: String {
    switch self {
    case .diagnosed: "DIAGNOSED"
    case .undetermined: "UNDETERMINED"
    case .benign: "NO FAULT"
    }
  }
}
