import Diagnosis
import EventSignals
import WindowsEventLog

/// The timeline of all incidents as CSV, for Timesketch and spreadsheets.
///
/// `message,datetime,timestamp_desc` come first, as Timesketch asks; lines end with CR LF and text
/// cells are quoted (RFC 4180). A cell that a spreadsheet would take for a formula starts with an
/// apostrophe. An event of two incidents has two rows.
public struct CSVReportWriter: ReportWriter {
  public static let format = "csv"

  public init() {}

  public func write(_ report: Report) -> [UInt8] {
    var bytes = Array(
      """
      message,datetime,timestamp_desc,host,channel,provider,event_id,record_id,incident,verdict,cause,\
      deciding,signal,phase,raw_datetime,source,offset\r\n
      """.utf8)
    bytes.removeLast()
    let rows = report.incidents.enumerated().flatMap { incident, value in
      value.events.indices.map { (incident: incident, event: $0) }
    }
    let sorted = rows.sorted { left, right in
      let first = report.incidents[left.incident].events[left.event].time
      let second = report.incidents[right.incident].events[right.event].time
      return first == second
        ? (left.incident, left.event) < (right.incident, right.event) : first < second
    }
    for row in sorted {
      let incident = report.incidents[row.incident]
      append(incident.events[row.event], of: incident, to: &bytes)
    }
    return bytes
  }

  private func append(_ event: Report.Event, of incident: Report.Incident, to bytes: inout [UInt8]) {
    let cause = incident.verdict == .undetermined ? "" : incident.hypotheses.first?.cause ?? ""
    let cells = [
      Self.quoted(event.summary), event.time.iso8601, "Event Logged", Self.quoted(event.host),
      Self.quoted(event.channel), Self.quoted(event.provider), String(event.eventID),
      event.recordID.map(String.init) ?? "", incident.id, incident.verdict.rawValue, Self.quoted(cause),
      event.deciding ? "yes" : "no", Self.quoted(event.signal), event.phase?.rawValue ?? "",
      event.rawTime.iso8601, Self.quoted(event.source), String(event.offset),
    ]
    bytes.append(contentsOf: cells.joined(separator: ",").utf8)
    bytes.append(contentsOf: "\r\n".utf8)
  }

  /// A text cell: quotes doubled, control characters shown, formulas defused.
  static func quoted(_ text: String) -> String {
    // By scalars: a mark joined to a quote would make another character of it.
    var shown = ""
    for scalar in HostileText.shown(text).unicodeScalars {
      shown += scalar == "\"" ? "\"\"" : String(scalar)
    }
    return "\"" + (startsFormula(shown) ? "'" : "") + shown + "\""
  }

  /// Spreadsheets also skip leading blanks and take the full-width signs.
  private static func startsFormula(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first(where: { $0 != " " && $0 != "\u{A0}" }) else { return false }
    return "=+-@\u{FF1D}\u{FF0B}\u{FF0D}\u{FF20}".unicodeScalars.contains(first)
  }
}
