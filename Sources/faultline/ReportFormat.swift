import ArgumentParser
import IncidentReport

/// The formats of a report, and the writer of each.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable {
  case text
  case markdown
  case html
  case json
  case csv

  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }

  func writer(color: Bool = false, width: Int? = nil) -> any ReportWriter {
    switch self {
    case .text: TextReportWriter(width: min(max(width ?? 100, 40), 160), color: color)
    case .markdown: MarkdownReportWriter()
    case .html: HTMLReportWriter()
    case .json: JSONReportWriter()
    case .csv: CSVReportWriter()
    }
  }
}
