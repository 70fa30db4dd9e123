import TestSupport
import Testing
import WindowsEventLog

@testable import EventCorrelation

struct LogPeriodsTests {
  private func time(_ days: Double) -> WindowsTime {
    Scenario.origin.advanced(bySeconds: days * 86_400)
  }

  private func periods(_ spans: [(host: Int, days: ClosedRange<Double>)]) -> LogPeriods {
    LogPeriods(
      SiteCoverage(
        entries: spans.map {
          .init(
            host: $0.host, channel: "System", first: time($0.days.lowerBound), last: time($0.days.upperBound))
        }))
  }

  @Test func `logs of machines that lie days apart are periods of their own`() {
    let periods = periods([(0, 0...1), (1, 30...31), (2, 31.5...40)])
    #expect(periods.divide([0.5, 40, 30.2, 0], at: time) == [[0.5, 0], [40, 30.2]])
  }

  @Test func `a machine's own logs are one period however far apart`() {
    let periods = periods([(0, 0...1), (0, 30...31), (1, 15...16)])
    #expect(periods.divide([0.5, 15, 30], at: time) == [[0.5, 15, 30]])
  }

  @Test func `what lies outside every period goes to the nearest later one or the last`() {
    let periods = periods([(0, 0...1), (1, 30...31)])
    #expect(periods.divide([-3, 5, 50], at: time) == [[-3], [5, 50]])
  }

  @Test func `without logs everything lies together`() {
    #expect(periods([]).divide([1.0, 90], at: time) == [[1, 90]])
  }
}
