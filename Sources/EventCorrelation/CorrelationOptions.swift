/// What the user knows better than the logs.
public struct CorrelationOptions: Sendable, Hashable {
  /// Clock offsets in seconds by host name or address: the host's clock minus the reference, positive ahead.
  public var clockOffsets: [String: Double]

  public init(clockOffsets: [String: Double] = [:]) { self.clockOffsets = clockOffsets }
}
