/// What one step of a reader yields.
public enum ReadStep: Sendable, Hashable {
  /// A wanted record that was read whole; behind a reference, since records are large and steps are handed on.
  indirect case record(EventRecord, RecordLocation)
  /// A stretch of bytes that held a record, or part of one, and could not be read.
  case skipped(SkippedRecord)
}

/// Where a record lies in its file or archive member.
public struct RecordLocation: Sendable, Hashable {
  /// Bytes from the start of the original file, before any decoding.
  public var offset: UInt64
  /// Bytes the record takes there.
  public var length: UInt64
  /// Whether something damaged was mended on the way (a control character, a bad byte, a lone surrogate).
  public var repaired: Bool
  /// Whether the record was recovered from unused space of a binary log.
  public var recovered: Bool

  public init(offset: UInt64, length: UInt64, repaired: Bool = false, recovered: Bool = false) {
    self.offset = offset
    self.length = length
    self.repaired = repaired
    self.recovered = recovered
  }
}

/// A damaged record: data about the input, not an error.
public struct SkippedRecord: Sendable, Hashable {
  /// Bytes from the start of the original file.
  public var offset: UInt64
  /// Bytes given up.
  public var length: UInt64
  public var reason: Reason

  /// Why a record could not be read.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    case truncated
    case malformed
    case unreadableHeader = "unreadable-header"
    case doctype = "document-type-refused"
    case tooLarge = "over-size-limit"
    case tooDeep = "over-depth-limit"
    case tooManyFields = "over-field-limit"
    case badChunk = "bad-chunk"
    case badTemplate = "bad-template"
  }

  public init(offset: UInt64, length: UInt64, reason: Reason) {
    self.offset = offset
    self.length = length
    self.reason = reason
  }
}
