import WindowsEventLog

/// The line that opens an extract where there is something to tell about the inputs: what could not be read, what is
/// damaged, what was left out, whether the run was interrupted.
struct ExtractNotices: Codable, Sendable {
  var faultlineExtract = ExtractHeader.version
  var notices: [AnalysisNotice]
}

/// The line that opens a source in an extract: everything about it but its signals.
///
/// `faultline extract` writes one for each source, its signals following as one JSON object a line; `analyze`
/// takes such files in place of the logs.
struct ExtractHeader: Codable, Sendable {
  /// The version of the format, and the mark by which an extract is known.
  var faultlineExtract: Int
  var path: String
  var sha256: String?
  var dialect: String
  var encoding: String
  var ledger: Ledger
  var coverage: [Span]
  /// How many lines of signals follow.
  var signals: Int

  static let version = 1
  /// How a line that is one begins, keys being in order.
  static let mark = Array("{\"faultlineExtract\":".utf8)

  struct Ledger: Codable, Sendable {
    var bytes: UInt64
    var read: UInt64
    var repaired: UInt64
    var skipped: UInt64
  }

  /// One computer and channel.
  struct Span: Codable, Sendable {
    var computer: String
    var channel: String
    var records: UInt64
    var first: WindowsTime
    var last: WindowsTime
    /// Pairs of first and last, sorted and disjoint.
    var recordIDs: [[UInt64]]
    /// Pairs of from and to, sorted.
    var silences: [[WindowsTime]]
    var providers: [String]
  }

  init(_ source: SourceResult) {
    faultlineExtract = Self.version
    path = source.path
    sha256 = source.sha256
    dialect = source.summary.description.dialect
    encoding = source.summary.description.encoding
    let account = source.summary.ledger
    ledger = Ledger(
      bytes: account.bytes, read: account.read, repaired: account.repaired, skipped: account.skipped)
    coverage = source.summary.coverage.spans
      .sorted { ($0.key.computer, $0.key.channel) < ($1.key.computer, $1.key.channel) }
      .map { key, span in
        Span(
          computer: key.computer, channel: key.channel, records: span.records, first: span.first,
          last: span.last, recordIDs: span.recordIDs.map { [$0.lowerBound, $0.upperBound] },
          silences: span.silences.map { [$0.lowerBound, $0.upperBound] },
          providers: span.providers.sorted())
      }
    signals = source.signals.count
  }

  /// The source without its signals; ranges that run backwards are left out.
  var source: SourceResult {
    var spans: [SourceCoverage.Key: SourceCoverage.Span] = [:]
    for span in coverage where span.first <= span.last {
      spans[.init(computer: span.computer, channel: span.channel)] = .init(
        records: span.records, first: span.first, last: span.last,
        recordIDs: Self.ranges(span.recordIDs), silences: Self.ranges(span.silences),
        providers: Set(span.providers))
    }
    return SourceResult(
      path: path, sha256: sha256,
      summary: SourceSummary(
        description: .init(dialect: dialect, encoding: encoding),
        ledger: .init(
          bytes: ledger.bytes, read: ledger.read, repaired: ledger.repaired, skipped: ledger.skipped),
        coverage: .init(spans: spans)))
  }

  private static func ranges<Bound>(_ pairs: [[Bound]]) -> [ClosedRange<Bound>] {
    pairs.compactMap { $0.count == 2 && $0[0] <= $0[1] ? $0[0]...$0[1] : nil }
  }
}
