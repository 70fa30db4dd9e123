import EventSignals
import WindowsEventLog

/// The times near which something happened that matters by itself.
///
/// A file server's Security log holds a network logon every few milliseconds; only those beside signs of Remote
/// Desktop can have to do with it. Machines' clocks are not compared yet, so the times are wide.
struct RelevantTimes: Sendable {
  /// How far from a signal another one can still belong to it, in seconds.
  static let reach: Double = 1800

  /// Sorted and disjoint.
  private let ranges: [ClosedRange<WindowsTime>]

  /// O(n log n) in the number of times.
  init(around times: [WindowsTime]) {
    let reach = Int64(Self.reach) * WindowsTime.ticksPerSecond
    var ranges: [ClosedRange<WindowsTime>] = []
    for time in times.sorted() {
      let low = WindowsTime(ticks: time.ticks.subtractingReportingOverflow(reach).partialValue)
      let high = WindowsTime(ticks: time.ticks.addingReportingOverflow(reach).partialValue)
      guard low <= high else { continue }
      if let last = ranges.last, low <= last.upperBound {
        ranges[ranges.count - 1] = last.lowerBound...max(last.upperBound, high)
      } else {
        ranges.append(low...high)
      }
    }
    self.ranges = ranges
  }

  func contains(_ time: WindowsTime) -> Bool { overlaps(time...time) }

  /// Whether any time of a range is relevant.
  func overlaps(_ times: ClosedRange<WindowsTime>) -> Bool {
    let next = ranges.firstIndex(atOrAfter: times.lowerBound) { $0.upperBound }
    return next < ranges.count && ranges[next].lowerBound <= times.upperBound
  }
}
