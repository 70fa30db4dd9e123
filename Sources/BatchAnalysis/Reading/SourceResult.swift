public import EventSignals
public import WindowsEventLog

/// What one log, or one slice of it, gave.
public struct SourceResult: Sendable, Hashable {
  public var path: String
  /// Lower-case hexadecimal SHA-256 of its bytes, where asked for.
  public var sha256: String?
  public var summary: SourceSummary
  /// In file order.
  public var signals: [Signal]
  public var notices: [AnalysisNotice]
  /// Whether it could be read at all; what is not stays out of the report's sources.
  public var isReadable: Bool

  public init(
    path: String, sha256: String? = nil, summary: SourceSummary = .init(), signals: [Signal] = [],
    notices: [AnalysisNotice] = [], isReadable: Bool = true
  ) {
    self.path = path
    self.sha256 = sha256
    self.summary = summary
    self.signals = signals
    self.notices = notices
    self.isReadable = isReadable
  }

  /// What a second file of the same bytes gives: everything was known before.
  func copy(at path: String) -> SourceResult {
    var copy = self
    copy.path = path
    copy.signals = []
    copy.notices = notices.map { AnalysisNotice(path: path, kind: $0.kind, message: $0.message) }
    copy.summary.ledger.duplicate = summary.ledger.read
    return copy
  }

  /// A log that gave nothing, and why.
  static func unreadable(_ path: String, _ message: String) -> SourceResult {
    SourceResult(
      path: path, notices: [AnalysisNotice(path: path, kind: .unreadable, message: message)],
      isReadable: false)
  }
}
