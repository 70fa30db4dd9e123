import Testing
import WindowsEventLog

@testable import BatchAnalysis

/// Times near others.
struct RelevantTimesTests {
  private let noon = WindowsTime(ticks: 134_169_164_468_810_426)
  private let day = 86_400.0

  @Test func `times within reach of one are relevant, on both sides and to the tick`() {
    let times = RelevantTimes(around: [noon.advanced(bySeconds: day), noon])
    for seconds: Double in [-RelevantTimes.reach, 0, RelevantTimes.reach, day - RelevantTimes.reach] {
      #expect(times.contains(noon.advanced(bySeconds: seconds)))
    }
    for seconds: Double in [-RelevantTimes.reach - 0.001, RelevantTimes.reach + 0.001, day + 2000] {
      #expect(!times.contains(noon.advanced(bySeconds: seconds)))
    }
  }

  @Test func `without a time none is relevant`() {
    #expect(!RelevantTimes(around: []).contains(noon))
  }

  @Test func `times at the ends of the calendar are no trap`() {
    let times = RelevantTimes(around: [WindowsTime(ticks: .max), WindowsTime(ticks: .min)])
    #expect(!times.contains(noon))
  }
}
