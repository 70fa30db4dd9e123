import Diagnosis
import WindowsEventLog

/// The one sentence above everything.
enum Headline {
  static func text(of report: Report) -> String {
    let faults = report.incidents.filter { $0.verdict != .benign }
    if report.incidents.count == 1, let only = report.incidents.first { return only.sentence }
    if faults.isEmpty { return calm(report) }
    if faults.count == 1, let only = faults.first { return only.sentence }
    let servers = Set(faults.compactMap(\.server)).count
    var text = Amount.counted(faults.count, "incident")
    if servers > 1 { text += " on \(Amount.counted(servers, "server"))" }
    if let first = faults.map(\.start).min(), let last = faults.map(\.start).max() {
      let (from, to) = (report.clock.day(first), report.clock.day(last))
      text += from == to ? " on \(from)" : " between \(from) and \(to)"
    }
    text += "."
    var counts: [String: Int] = [:]
    for fault in faults where fault.verdict == .diagnosed {
      counts[fault.hypotheses.first?.title ?? "", default: 0] += 1
    }
    let top = counts.max { left, right in
      left.value == right.value ? left.key > right.key : left.value < right.value
    }
    if let top, top.value > 1 { text += " Most often: \(top.key) (\(top.value) of \(faults.count))." }
    let open = faults.count { $0.verdict == .undetermined }
    if open > 0 { text += " \(Amount.grouped(open)) could not be decided from these logs." }
    let hushed = hushed(report)
    if hushed > 0 { text += " \(Amount.counted(hushed, "known and accepted one")) left out." }
    return text
  }

  /// Incidents the suppression file took away: a report without them is no proof of health.
  private static func hushed(_ report: Report) -> Int {
    report.suppressed.reduce(0) { $0 + $1.incidents.count }
  }

  /// No failure: says what was looked at, so that silence is not taken for health.
  private static func calm(_ report: Report) -> String {
    let records = report.sources.reduce(UInt64(0)) { $0 &+ $1.ledger.read }
    guard records > 0 else { return "Nothing could be read, so nothing can be said." }
    let machines = Set(report.coverage.map(\.host)).count
    let hushed = hushed(report)
    let besides = hushed > 0 ? " besides \(Amount.counted(hushed, "known and accepted incident"))" : ""
    var text = "No failed Remote Desktop connection\(besides) in \(Amount.grouped(records)) events"
    if machines > 0 { text += " of \(Amount.counted(machines, "machine"))" }
    text += "."
    if !report.incidents.isEmpty {
      text += " \(Amount.counted(report.incidents.count, "connection")) ended for reasons that are no fault."
    }
    return text
  }
}
