import EventCorrelation
import WindowsEventLog

/// Where nothing is known of a machine: outside all its logs, or inside a gap of one.
struct TimelineGaps {
  var host: String
  var coverage: [Report.Coverage]

  /// Between an incident's first and last event, one of a machine's stretches without knowledge.
  struct Stretch {
    var range: ClosedRange<WindowsTime>
    /// Whether other logs of the machine go on meanwhile.
    var isPartial: Bool
    /// What is the matter, in words.
    var title: String
  }

  /// Stretches drawn in a lane.
  private static let most = 40

  /// Sorted by their beginnings, what no log covers first.
  func between(_ incident: Report.Incident) -> [Stretch] {
    let times = incident.events.map(\.time)
    guard let first = times.min(), let last = times.max(), first < last else { return [] }
    let own = coverage.filter { $0.host == host }
    var bare: [ClosedRange<WindowsTime>] = []
    var covered = first
    for entry in own.sorted(by: { $0.first < $1.first }) {
      if entry.first > covered { bare.append(covered...min(entry.first, last)) }
      covered = max(covered, entry.last)
      if covered >= last { break }
    }
    if covered < last { bare.append(covered...last) }
    var found = bare.filter { $0.lowerBound < $0.upperBound }
      .map { Stretch(range: $0, isPartial: false, title: "No log covers this stretch") }
    for entry in own {
      for gap in entry.gaps where gap.from < last && gap.to > first && gap.from <= gap.to {
        let range = max(gap.from, first)...min(gap.to, last)
        guard range.lowerBound < range.upperBound else { continue }
        let count = Amount.counted(Int(clamping: gap.missingRecords), "record")
        found.append(Stretch(range: range, isPartial: true, title: "\(count) of \(entry.channel) missing"))
      }
    }
    return Array(
      found.sorted {
        ($0.isPartial ? 1 : 0, $0.range.lowerBound) < ($1.isPartial ? 1 : 0, $1.range.lowerBound)
      }
      .prefix(Self.most))
  }
}
