/// How much of a stranger's file one record may take before it is given up.
public struct ReaderLimits: Sendable, Hashable {
  /// Bytes of one record as text; a record of Windows is at most 64 KiB in its binary form.
  public var recordBytes: Int
  /// Elements inside each other, the record's own included.
  public var depth: Int
  /// Elements and attributes of one record.
  public var fields: Int
  /// Bytes of one value.
  public var valueBytes: Int
  /// Distinct pairs of computer and channel whose coverage is kept; the rest count under empty names.
  public var coverageSpans: Int

  public init(
    recordBytes: Int = 8 << 20, depth: Int = 64, fields: Int = 8192, valueBytes: Int = 4 << 20,
    coverageSpans: Int = 16_384
  ) {
    self.recordBytes = recordBytes
    self.depth = depth
    self.fields = fields
    self.valueBytes = valueBytes
    self.coverageSpans = coverageSpans
  }
}

/// What a caller may choose about reading, apart from which records it wants.
public struct ReaderOptions: Sendable, Hashable {
  public var limits: ReaderLimits
  /// Whether records are recovered from the unused space of binary logs.
  public var recover: Bool
  /// Whether records are read in place where possible; off, libxml2 reads all of them (for comparing).
  package var usesShortcuts = true

  public init(limits: ReaderLimits = .init(), recover: Bool = false) {
    self.limits = limits
    self.recover = recover
  }
}
