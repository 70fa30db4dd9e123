/// What the reader found out about a source as a whole.
public struct SourceDescription: Sendable, Hashable {
  /// The export's shape, such as `event-viewer`, `wevtutil`, `evtx_dump`, `evtx`; `mixed` when several.
  public var dialect: String
  /// The encoding, such as `UTF-8`, `UTF-16LE`, `windows-1252`, `IBM850`; `binary` for .evtx.
  public var encoding: String

  public init(dialect: String = "unknown", encoding: String = "UTF-8") {
    self.dialect = dialect
    self.encoding = encoding
  }
}

/// Everything a reader knows when it is done.
public struct SourceSummary: Sendable, Hashable {
  public var description: SourceDescription
  public var ledger: SourceLedger
  public var coverage: SourceCoverage

  public init(
    description: SourceDescription = .init(), ledger: SourceLedger = .init(),
    coverage: SourceCoverage = .init()
  ) {
    self.description = description
    self.ledger = ledger
    self.coverage = coverage
  }
}
