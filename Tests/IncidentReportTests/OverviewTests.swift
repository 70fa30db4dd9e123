import Diagnosis
import Testing
import WindowsEventLog

@testable import IncidentReport

/// Counts over time, and what is new.
@Suite struct OverviewTests {
  private func overview(_ times: [String]) -> Report.Overview {
    var report = Report(generator: .init(version: "1"))
    report.incidents = times.map { text in
      let time = WindowsTime(iso8601: text) ?? WindowsTime(ticks: 0)
      return Report.Incident(id: "", verdict: .diagnosed, start: time, end: time)
    }
    return Report.Overview(of: report)
  }

  @Test func `days without incidents are counted as well`() {
    let days = overview(["2026-02-27T10:00:00Z", "2026-03-02T23:59:59Z"]).days
    #expect(days.map(\.label) == ["2026-02-27", "2026-02-28", "2026-03-01", "2026-03-02"])
    #expect(days.map(\.count) == [1, 0, 0, 1])
  }

  @Test func `so are months, once days would be too many`() {
    let months = overview(["2025-11-30T10:00:00Z", "2026-03-02T10:00:00Z", "2026-03-05T10:00:00Z"]).days
    #expect(months.map(\.label) == ["2025-11", "2025-12", "2026-01", "2026-02", "2026-03"])
    #expect(months.map(\.count) == [1, 0, 0, 0, 2])
  }

  @Test func `a clock gone mad makes no endless picture`() {
    let years = overview(["1601-01-02T00:00:00Z", "2026-03-02T10:00:00Z", "9999-01-01T00:00:00Z"]).days
    #expect(years.count < 100)
    #expect(years.map(\.count).reduce(0, +) == 3)
  }

  @Test func `what is new is said only of logs that reach back far enough`() throws {
    let long = try SampleReports.many(30)
    let boundary = try #require(long.overview.newSince)
    for incident in long.incidents where incident.isNew { #expect(incident.start > boundary) }
    #expect(long.incidents.contains { !$0.isNew })
  }
}
