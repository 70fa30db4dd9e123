/// The account of one source: every byte and record of it is in one of these.
public struct SourceLedger: Sendable, Hashable {
  public var bytes: UInt64
  /// Records whose start was seen; always `read + skipped`.
  public var found: UInt64 { read + skipped }
  /// Records read, wanted or not.
  public var read: UInt64
  /// Of those read, how many were mended.
  public var repaired: UInt64
  public var skipped: UInt64
  /// Of those read, how many another source (or this one, earlier) had already given.
  public var duplicate: UInt64

  public init(
    bytes: UInt64 = 0, read: UInt64 = 0, repaired: UInt64 = 0, skipped: UInt64 = 0,
    duplicate: UInt64 = 0
  ) {
    self.bytes = bytes
    self.read = read
    self.repaired = repaired
    self.skipped = skipped
    self.duplicate = duplicate
  }
}
