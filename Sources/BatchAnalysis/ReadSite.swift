import WindowsEventLog

/// Everything that was read in one run, in the order of the inputs, each event once.
public struct ReadSite: Sendable, Hashable {
  /// Sources that could be read.
  public var sources: [SourceResult]
  /// Notices about inputs that gave nothing, then those of each source.
  public var notices: [AnalysisNotice]
  /// Whether the run was ended before everything was read.
  public var isInterrupted: Bool

  public init(sources: [SourceResult], notices: [AnalysisNotice], isInterrupted: Bool = false) {
    self.sources = sources
    self.notices = notices
    self.isInterrupted = isInterrupted
  }

  /// Whether an input does not exist.
  public var hasMissingInput: Bool { notices.contains { $0.kind == .missing } }

  /// Whether not one record was read, from whatever was given.
  public var isEmpty: Bool { sources.allSatisfy { $0.summary.ledger.read == 0 } }

  /// Whether any input is damaged or could not be read.
  public var hasDamage: Bool {
    notices.contains { $0.kind == .damaged } || sources.contains { $0.summary.ledger.skipped > 0 }
  }
}
