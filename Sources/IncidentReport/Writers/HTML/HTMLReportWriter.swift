import Diagnosis

/// The report as one self-contained page, rendered from the templates in `Templates/`.
///
/// Nothing is fetched, and the Content-Security-Policy lets run nothing but the page's own script,
/// named by its hash.
public struct HTMLReportWriter: ReportWriter {
  public static let format = "html"

  public init() {}

  /// Throws `ReportError.template` when a template is damaged.
  public func write(_ report: Report) throws(ReportError) -> [UInt8] {
    let templates = try HTMLTemplates()
    var page = PageValue(report: report).value
    page.markup("style", templates.style)
    page.markup("script", templates.script)
    page.markup("styleHash", ContentHash.source(of: templates.style))
    page.markup("scriptHash", ContentHash.source(of: templates.script))
    var bytes = Array(try templates.render("head", page).utf8)
    if report.incidents.count > 1 { bytes += try templates.render("overview", page).utf8 }
    let numbers = Dictionary(
      report.sources.enumerated().map { ($1.path, $0 + 1) }, uniquingKeysWith: { first, _ in first })
    let alone = report.incidents.count == 1
    let notes = alone ? nil : CauseNotes(report.incidents)
    for (index, incident) in report.incidents.enumerated() {
      let value = IncidentValue(
        incident: incident, report: report, number: index + 1, alone: alone, sourceNumbers: numbers,
        noteNumbers: notes?.numbers ?? [:])
      bytes += try templates.render("incident", value.value).utf8
    }
    if let notes, !notes.notes.isEmpty {
      var causes = TemplateValue()
      causes.list("notes", notes.values(of: report.incidents))
      bytes += try templates.render("causes", causes).utf8
    }
    var site = SiteValue(report: report).value
    site.markup("script", templates.script)
    bytes += try templates.render("site", site).utf8
    return bytes
  }
}
