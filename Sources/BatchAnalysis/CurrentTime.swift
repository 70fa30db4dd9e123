public import WindowsEventLog

extension WindowsTime {
  /// Seconds from 1601 to 1970.
  private static var unixEpoch: Int64 { 11_644_473_600 }

  /// The instant a number of seconds after 1970-01-01T00:00:00Z.
  public init(unixSeconds: Double) {
    self = WindowsTime(ticks: Self.unixEpoch * Self.ticksPerSecond).advanced(bySeconds: unixSeconds)
  }
}
