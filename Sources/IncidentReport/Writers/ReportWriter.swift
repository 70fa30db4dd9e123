/// Lays a report out in one format; it computes nothing.
public protocol ReportWriter: Sendable {
  /// The format's name on the command line, such as `json`.
  static var format: String { get }

  /// The whole document, in UTF-8.
  func write(_ report: Report) throws(ReportError) -> [UInt8]
}
