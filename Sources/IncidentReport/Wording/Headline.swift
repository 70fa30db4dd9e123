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
    let clients = Set(faults.flatMap { [$0.client].compactMap(\.self) + $0.clients }).count
    if clients > 1 { text += " from \(Amount.counted(clients, "client"))" }
    if let first = faults.map(\.start).min(), let last = faults.map(\.start).max() {
      let (from, to) = (report.clock.day(first), report.clock.day(last))
      text += from == to ? " on \(from)" : " between \(from) and \(to)"
    }
    text += "."
    if let top = mostFrequent(faults) {
      text += " Most often: \(top.title) (\(Amount.grouped(top.count)) of \(Amount.grouped(faults.count)))."
    } else {
      let causes = faults.filter { $0.verdict == .diagnosed }.compactMap(\.hypotheses.first?.title)
      if (1...mostCauses).contains(causes.count) { text += " \(Sentences.list(causes))." }
    }
    let open = faults.count { $0.verdict == .undetermined }
    if open > 0 { text += " \(Amount.grouped(open)) could not be decided from these logs." }
    let hushed = hushed(report)
    if hushed > 0 { text += " \(Amount.counted(hushed, "known and accepted one")) left out." }
    if let step = step(of: report) { text += " \(step)" }
    return text
  }

  /// Causes named one by one; of more, none comes first.
  private static let mostCauses = 3

  /// What to do first about many incidents, the end of their headline; nil where no cause is known.
  static func step(of report: Report) -> String? {
    let faults = report.incidents.filter { $0.verdict != .benign }
    guard faults.count > 1 else { return nil }
    if let top = mostFrequent(faults), let remedy = top.first.remedies.first {
      return "Start with the most frequent: \(Sentences.closed(Sentences.first(of: remedy.text)))"
    }
    let worst = report.overview.worstFirst.map { report.incidents[$0] }
      .first { $0.verdict == .diagnosed && !$0.remedies.isEmpty }
    guard let worst, let remedy = worst.remedies.first else { return nil }
    return "Start with \(worst.id): \(Sentences.closed(Sentences.first(of: remedy.text)))"
  }

  /// The cause diagnosed most often, more than once; of equals the first by name.
  private static func mostFrequent(
    _ faults: [Report.Incident]
  ) -> (title: String, count: Int, first: Report.Incident)? {
    let titled = Dictionary(grouping: faults.filter { $0.verdict == .diagnosed }) {
      $0.hypotheses.first?.title ?? ""
    }
    let top = titled.max { left, right in
      left.value.count == right.value.count ? left.key > right.key : left.value.count < right.value.count
    }
    guard let top, top.value.count > 1, let first = top.value.first else { return nil }
    return (top.key, top.value.count, first)
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
