import EventCorrelation
import WindowsEventLog

/// Where nothing is known of a machine: outside all its logs, or inside a gap of one.
struct TimelineGaps {
  var host: String
  var coverage: [Report.Coverage]

  /// The stretches between an incident's first and last event, sorted.
  func between(_ incident: Report.Incident, _ scale: TimelineScale) -> [ClosedRange<WindowsTime>] {
    let times = incident.events.map(\.time)
    guard let first = times.min(), let last = times.max(), first < last else { return [] }
    let own = coverage.filter { $0.host == host }
    guard !own.isEmpty else { return [first...last] }
    var found: [ClosedRange<WindowsTime>] = []
    var covered = first
    for entry in own.sorted(by: { $0.first < $1.first }) {
      if entry.first > covered { found.append(covered...min(entry.first, last)) }
      covered = max(covered, entry.last)
      if covered >= last { break }
    }
    if covered < last { found.append(covered...last) }
    for gap in own.flatMap(\.gaps) where gap.from < last && gap.to > first && gap.from <= gap.to {
      found.append(max(gap.from, first)...min(gap.to, last))
    }
    return Array(
      found.filter { $0.lowerBound < $0.upperBound }.sorted { $0.lowerBound < $1.lowerBound }.prefix(40))
  }
}
