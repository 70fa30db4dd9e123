import Foundation
import IncidentReport
import Testing
import WindowsEventLog

@Suite struct ReportClockTests {
  @Test func `shows UTC as it is`() {
    let clock = ReportClock.utc
    #expect(clock.stamp(SampleSite.noon) == "2026-03-02 08:14:00.000 UTC")
    #expect(clock.sentence(SampleSite.noon) == "2 March 2026 at 08:14:00 UTC")
  }

  @Test func `shows another zone and keeps UTC visible`() throws {
    let zone: TimeZone = try #require(TimeZone(identifier: "Asia/Kolkata"))
    let clock = ReportClock(zone: zone)
    #expect(clock.stamp(SampleSite.noon) == "2026-03-02 13:44:00.000 UTC+05:30")
    #expect(clock.sentence(SampleSite.noon) == "2 March 2026 at 13:44:00 (Asia/Kolkata, 08:14:00 UTC)")
  }

  @Test func `survives the ends of time`() {
    for ticks in [Int64.min, -1, 0, Int64.max] {
      #expect(!ReportClock.utc.stamp(WindowsTime(ticks: ticks)).isEmpty)
    }
  }
}
