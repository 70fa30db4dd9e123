/// An instant as Windows stores it.
///
/// Counted in 100-nanosecond ticks of UTC since 1601-01-01T00:00:00Z, as a FILETIME counts them
/// ([MS-DTYP] 2.3.3).
public struct WindowsTime: Sendable, Hashable, Comparable, Codable {
  /// Ticks of 100 ns since 1601-01-01T00:00:00Z; negative before.
  public var ticks: Int64

  /// Ticks in one second.
  public static let ticksPerSecond: Int64 = 10_000_000

  public init(ticks: Int64) { self.ticks = ticks }

  public static func < (left: WindowsTime, right: WindowsTime) -> Bool { left.ticks < right.ticks }

  /// Seconds from another instant to this one; positive when this one is later.
  public func seconds(since other: WindowsTime) -> Double {
    Double(ticks.subtractingReportingOverflow(other.ticks).partialValue)
      / Double(Self.ticksPerSecond)
  }

  /// The instant a number of seconds later, rounded to the nearest tick.
  public func advanced(bySeconds seconds: Double) -> WindowsTime {
    let delta = seconds * Double(Self.ticksPerSecond)
    guard delta.magnitude < 9.2e18 else { return self }
    // Cutting after a half away from zero rounds without calling into the C mathematics library.
    let exact = Int64(delta + (delta < 0 ? -0.5 : 0.5))
    return WindowsTime(ticks: ticks.addingReportingOverflow(exact).partialValue)
  }

  /// A single number in JSON: the ticks.
  public init(from decoder: any Decoder) throws {
    ticks = try decoder.singleValueContainer().decode(Int64.self)
  }

  /// A single number in JSON: the ticks.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(ticks)
  }
}
