/// One named value of one family of codes.
public struct StatusCode: Sendable, Hashable {
  /// The value's bits, without sign.
  public var value: UInt32

  public init(value: UInt32) { self.value = value }
}
