import BatchAnalysis
import Testing
import WindowsEventLog

/// Instants as typed.
struct TimeExpressionTests {
  @Test func `a span counts back from now`() throws {
    let now = try #require(WindowsTime(iso8601: "2026-03-02T10:00:00Z"))
    for (text, seconds) in [("90s", 90.0), ("15m", 900), ("2h", 7200), ("3d", 259_200), ("1w", 604_800)] {
      #expect(try #require(TimeExpression(text)).instant(now: now) == now.advanced(bySeconds: -seconds))
    }
  }

  @Test func `an instant stands for itself`() throws {
    let expected = WindowsTime(iso8601: "2026-03-02T08:00:00Z")
    for text in ["2026-03-02T08:00Z", "2026-03-02T10:00:00+02:00", "2026-03-02 08:00:00"] {
      #expect(try #require(TimeExpression(text)).instant(now: WindowsTime(ticks: 0)) == expected, "\(text)")
    }
  }

  @Test(arguments: ["yesterday", "", "h", "-2h", "2026-13-01", "99999999999h", "2 h"])
  func `anything else is refused`(text: String) {
    #expect(TimeExpression(text) == nil)
  }

  @Test func `zones are offsets within a day`() {
    #expect(TimeExpression.zoneOffset("+02:00") == 7200)
    #expect(TimeExpression.zoneOffset("-0530") == -19_800)
    #expect(TimeExpression.zoneOffset("Z") == 0)
    #expect(TimeExpression.zoneOffset("+25:00") == nil)
    #expect(TimeExpression.zoneOffset("Europe/Berlin") == nil)
  }

  @Test func `the Unix epoch lies where it should`() {
    #expect(WindowsTime(unixSeconds: 0).iso8601 == "1970-01-01T00:00:00.0000000Z")
  }
}
