public import WindowsEventLog

extension Report {
  /// One log, or member of an archive, that was read.
  public struct Source: Sendable, Hashable {
    public var path: String
    /// Lower-case hex of the file's bytes; nil unless it was asked for.
    public var sha256: String?
    public var dialect: String
    public var encoding: String
    public var ledger: SourceLedger
    /// Sorted, without repeats.
    public var hosts: [String]
    /// Sorted, without repeats.
    public var channels: [String]
    /// Corrected; nil when no record carried a time.
    public var first: WindowsTime?
    public var last: WindowsTime?

    public init(path: String, description: SourceDescription, ledger: SourceLedger) {
      self.path = path
      dialect = description.dialect
      encoding = description.encoding
      self.ledger = ledger
      hosts = []
      channels = []
    }
  }
}
