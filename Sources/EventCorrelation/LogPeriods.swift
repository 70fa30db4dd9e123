import EventSignals
import WindowsEventLog

/// The stretches of time that the logs of all machines fill, one after the other.
///
/// A folder may hold the logs of several incidents. What went wrong in one year says nothing of a machine whose
/// logs are of another, so what is told only where nothing else went wrong is decided for each period.
struct LogPeriods {
  /// Machines whose logs lie this far apart met nobody of each other's, in seconds.
  private static let apart = 86_400.0

  /// The end of each period, ascending.
  private let ends: [WindowsTime]

  /// O(n log n) in the machines and their channels.
  init(_ coverage: SiteCoverage) {
    var spans: [Int: ClosedRange<WindowsTime>] = [:]
    for entry in coverage.entries {
      let known = spans[entry.host] ?? entry.first...entry.last
      spans[entry.host] = min(known.lowerBound, entry.first)...max(known.upperBound, entry.last)
    }
    var ends: [WindowsTime] = []
    for span in spans.values.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = ends.last, span.lowerBound.seconds(since: last) <= Self.apart {
        ends[ends.count - 1] = max(last, span.upperBound)
      } else {
        ends.append(span.upperBound)
      }
    }
    self.ends = ends
  }

  /// What lies in each period, one at least, in the order given.
  func divide<Item>(_ items: [Item], at time: (Item) -> WindowsTime) -> [[Item]] {
    guard ends.count > 1 else { return [items] }
    var periods = Array(repeating: [Item](), count: ends.count)
    for item in items {
      let own = ends.firstIndex(atOrAfter: time(item)) { $0 }
      periods[min(own, ends.count - 1)].append(item)
    }
    return periods
  }
}
