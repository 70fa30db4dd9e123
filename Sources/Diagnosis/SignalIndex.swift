import EventCorrelation
import EventSignals
import WindowsEventLog

/// Finds the signals of a host by rule and time without scanning its timeline.
struct SignalIndex: Sendable {
  let site: CorrelatedSite
  /// For each host: rule id to indices into `site.timeline`, ascending in time.
  private let byHost: [[String: [Int]]]
  /// For each timeline index the attempts (indices into `site.episodes`) that hold its event.
  private let attempts: [EventReference: [Int]]

  init(_ site: CorrelatedSite) {
    self.site = site
    var byHost = Array(repeating: [String: [Int]](), count: site.hosts.count)
    for (index, member) in site.timeline.enumerated() {
      byHost[member.host][member.signal.rule, default: []].append(index)
    }
    self.byHost = byHost
    var attempts: [EventReference: [Int]] = [:]
    for (index, episode) in site.episodes.enumerated() where episode.kind == .connectionAttempt {
      for member in episode.members where attempts[member.signal.event]?.last != index {
        attempts[member.signal.event, default: []].append(index)
      }
    }
    self.attempts = attempts
  }

  /// The attempts that hold an event.
  func attempts(holding event: EventReference) -> [Int] { attempts[event] ?? [] }

  /// Whether a host logged the rule at all.
  func logs(host: Int, rule: String) -> Bool { byHost[host][rule] != nil }

  /// Timeline indices of a rule on a host within a window of corrected time, ascending. O(log n + hits).
  func indices(host: Int, rule: String, from: WindowsTime, to: WindowsTime) -> ArraySlice<Int> {
    guard from <= to, let indices = byHost[host][rule] else { return [] }
    let start = Self.firstIndex(in: indices) { site.timeline[$0].time >= from }
    let end = Self.firstIndex(in: indices) { site.timeline[$0].time > to }
    return indices[start..<end]
  }

  /// The first position whose element satisfies a condition that, once true, stays true. O(log n).
  private static func firstIndex(in indices: [Int], where holds: (Int) -> Bool) -> Int {
    var low = 0
    var high = indices.count
    while low < high {
      let middle = (low + high) / 2
      if holds(indices[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
