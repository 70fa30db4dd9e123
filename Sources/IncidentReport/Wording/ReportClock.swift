public import Foundation
public import WindowsEventLog

/// Shows instants to a reader: in a zone of the reader's choice, with UTC always visible.
public struct ReportClock: Sendable, Hashable {
  /// Nil shows UTC alone.
  public var zone: TimeZone?

  public static let utc = ReportClock(zone: nil)

  public init(zone: TimeZone?) {
    self.zone = zone.flatMap { $0.secondsFromGMT() == 0 && $0.identifier == "GMT" ? nil : $0 }
  }

  /// What the zone is called beside a time: `UTC`, or such as `Europe/Berlin`.
  public var label: String { zone?.identifier ?? "UTC" }

  /// Seconds the zone is ahead of UTC at an instant.
  public func offset(at time: WindowsTime) -> Int {
    guard let zone else { return 0 }
    let sinceUnixEpoch = Double(time.ticks / WindowsTime.ticksPerSecond - 11_644_473_600)
    return zone.secondsFromGMT(for: Date(timeIntervalSince1970: sinceUnixEpoch))
  }

  /// A line's time stamp with its zone: `2026-03-02 09:14:07.312 UTC+01:00`.
  public func stamp(_ time: WindowsTime) -> String {
    let civil = CivilTime(time, offset: offset(at: time))
    return "\(civil.date) \(clock(time)) \(offsetLabel(at: time))"
  }

  /// The time of day in the reader's zone: `09:14:07.312`.
  public func clock(_ time: WindowsTime) -> String {
    let civil = CivilTime(time, offset: offset(at: time))
    return "\(civil.clock).\(padded(civil.ticks / 10_000, 3))"
  }

  /// The day in the reader's zone: `2026-03-02`.
  public func day(_ time: WindowsTime) -> String { CivilTime(time, offset: offset(at: time)).date }

  /// For a sentence: `2 March 2026 at 08:14:07 UTC`; in another zone `… at 09:14:07 (Europe/Berlin, 08:14:07 UTC)`.
  ///
  /// The date is left out where it repeats that of `earlier`.
  public func sentence(_ time: WindowsTime, sameDayAs earlier: WindowsTime? = nil) -> String {
    let local = CivilTime(time, offset: offset(at: time))
    let date = earlier.map { day($0) == local.date } == true ? "" : "\(local.longDate) at "
    guard zone != nil else { return "\(date)\(local.clock) UTC" }
    return "\(date)\(local.clock) (\(label), \(CivilTime(time).clock) UTC)"
  }

  /// `UTC`, `UTC+01:00`.
  public func offsetLabel(at time: WindowsTime) -> String {
    let minutes = offset(at: time) / 60
    guard minutes != 0 else { return "UTC" }
    let size = Int(minutes.magnitude)
    return "UTC\(minutes < 0 ? "-" : "+")\(padded(size / 60, 2)):\(padded(size % 60, 2))"
  }
}
