/// What the user knows better than the logs.
public struct CorrelationOptions: Sendable, Hashable {
  /// Clock offsets in seconds by host name or address: the host's clock minus the reference, positive ahead.
  public var clockOffsets: [String: Double]
  /// Machines looked at side by side; the result does not depend on it.
  public var workers: Int

  public init(clockOffsets: [String: Double] = [:], workers: Int = 1) {
    self.clockOffsets = clockOffsets
    self.workers = workers
  }
}
