import Diagnosis
import WindowsEventLog

extension Report.Overview {
  /// Days shown one by one at most; longer spans are summed by month.
  private static let mostDays = 92

  init(of report: Report) {
    self.init()
    let incidents = report.incidents
    diagnosed = incidents.count { $0.verdict == .diagnosed }
    undetermined = incidents.count { $0.verdict == .undetermined }
    benign = incidents.count { $0.verdict == .benign }
    causes = Self.counts(
      incidents.map { $0.verdict == .undetermined ? "Not decided" : $0.hypotheses.first?.title ?? "Unknown" })
    servers = Self.counts(incidents.compactMap(\.server))
    clients = Self.counts(
      incidents.flatMap { $0.clients.isEmpty ? [$0.client].compactMap(\.self) : $0.clients })
    users = Self.counts(incidents.compactMap(\.user))
    countHours(report)
    countDays(report)
    worstFirst = incidents.indices.sorted {
      incidents[$0].severity == incidents[$1].severity
        ? $0 < $1 : incidents[$0].severity > incidents[$1].severity
    }
  }

  private static func counts(_ labels: [String]) -> [Report.Overview.Count] {
    Dictionary(grouping: labels, by: \.self)
      .map { Report.Overview.Count(label: $0.key, count: $0.value.count) }
      .sorted { $0.count == $1.count ? $0.label < $1.label : $0.count > $1.count }
  }

  private mutating func countHours(_ report: Report) {
    guard !report.incidents.isEmpty else { return }
    var counts = Array(repeating: 0, count: 24)
    for incident in report.incidents {
      counts[CivilTime(incident.start, offset: report.clock.offset(at: incident.start)).hour] += 1
    }
    hours = counts.enumerated().map { Report.Overview.Count(label: padded($0, 2), count: $1) }
  }

  private mutating func countDays(_ report: Report) {
    let dates = report.incidents.map { CivilTime($0.start, offset: report.clock.offset(at: $0.start)) }
    let numbers = dates.map { CivilTime.days(year: $0.year, month: $0.month, day: $0.day) }
    guard let first = numbers.min(), let last = numbers.max() else { return }
    guard last - first < Self.mostDays else { return countMonths(dates) }
    var counts = Array(repeating: 0, count: last - first + 1)
    for number in numbers { counts[number - first] += 1 }
    days = counts.enumerated().map { index, count in
      let ticks = Int64(first + index) &* 86_400 &* WindowsTime.ticksPerSecond
      return Report.Overview.Count(label: CivilTime(WindowsTime(ticks: ticks)).date, count: count)
    }
  }

  /// Every month from the first to the last, the empty ones too; years or more together where months are too many.
  private mutating func countMonths(_ dates: [CivilTime]) {
    let months = dates.map { $0.year * 12 + $0.month - 1 }
    guard let first = months.min(), let last = months.max() else { return }
    let step = [1, 12, 120, 1_200].first { (last - first) / $0 < Self.mostDays } ?? 12_000
    let base = first / step * step
    var counts = Array(repeating: 0, count: (last - base) / step + 1)
    for month in months { counts[(month - base) / step] += 1 }
    days = counts.enumerated().map { index, count in
      let month = base + index * step
      let year = padded(month / 12, 4)
      return Report.Overview.Count(
        label: step == 1 ? "\(year)-\(padded(month % 12 + 1, 2))" : year, count: count)
    }
  }
}
