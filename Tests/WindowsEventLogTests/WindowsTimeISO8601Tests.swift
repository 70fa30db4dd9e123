import Testing
import WindowsEventLog

struct WindowsTimeISO8601Tests {
  @Test(
    arguments: [
      ("2026-03-02T08:15:31.1234567Z", "2026-03-02T08:15:31.1234567Z"),
      ("2026-03-02T08:15:31.123456700Z", "2026-03-02T08:15:31.1234567Z"),
      ("2026-03-02T08:15:31.822373Z", "2026-03-02T08:15:31.8223730Z"),
      ("2026-03-02 08:15:31.822372+00:00", "2026-03-02T08:15:31.8223720Z"),
      ("2026-03-02 08:15:31.6080090", "2026-03-02T08:15:31.6080090Z"),
      ("2026-03-02T08:15:31", "2026-03-02T08:15:31.0000000Z"),
      ("2026-03-02T10:15:31.5+02:00", "2026-03-02T08:15:31.5000000Z"),
      ("2026-03-02T03:45-0430", "2026-03-02T08:15:00.0000000Z"),
      ("2026-03-02", "2026-03-02T00:00:00.0000000Z"),
      ("  2024-02-29T23:59:60Z\r\n", "2024-03-01T00:00:00.0000000Z"),
      ("1601-01-01T00:00:00Z", "1601-01-01T00:00:00.0000000Z"),
      ("1600-02-29T12:00:00Z", "1600-02-29T12:00:00.0000000Z"),
      ("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z"),
    ] as [(String, String)])
  func `reads every shape of an exported time`(text: String, expected: String) {
    #expect(WindowsTime(iso8601: text)?.iso8601 == expected)
  }

  @Test(arguments: [
    "", "yesterday", "2026-13-01", "2026-00-10", "2025-02-29", "2026-03-02T24:00:00Z", "2026-03-02T08:60:00Z",
    "2026-03-02T08:15:31.Z", "2026-03-02T08:15:31Zx", "2026-3-2", "2026-03-02T08:15:31+25:00",
    "2026-03-02T08:15:31+0:00", "12345678", "2026-03-02T",
  ])
  func `refuses what is no instant`(text: String) {
    #expect(WindowsTime(iso8601: text) == nil)
  }

  @Test func `counts ticks as FILETIME does`() {
    // The Unix epoch is 11,644,473,600 seconds after 1601 ([MS-DTYP] 2.3.3).
    #expect(WindowsTime(iso8601: "1970-01-01T00:00:00Z")?.ticks == 116_444_736_000_000_000)
    #expect(WindowsTime(iso8601: "1601-01-01T00:00:00Z")?.ticks == 0)
  }

  @Test func `goes there and back over four centuries of days`() {
    for day in stride(from: Int64(-200_000), through: 400_000, by: 97) {
      let time = WindowsTime(ticks: day * 86_400 * WindowsTime.ticksPerSecond + 7)
      #expect(WindowsTime(iso8601: time.iso8601) == time)
    }
  }

  @Test(arguments: [Int64.min, Int64.max, -1])
  func `writes any number of ticks`(ticks: Int64) {
    #expect(WindowsTime(ticks: ticks).iso8601.hasSuffix("Z"))
  }
}
