import Testing
import WindowsEventLog

struct WindowsTimeFullTimestampTests {
  /// Reads digit by digit: a blank before a time changes nothing but its shape.
  private func time(_ text: [UInt8], slowly: Bool) -> WindowsTime? {
    (slowly ? [0x20] + text : text).withUnsafeBytes { WindowsTime(iso8601: $0) }
  }

  @Test func `every full timestamp is the instant its digits say`() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<2000 {
      let time = WindowsTime(ticks: Int64.random(in: 0..<2_650_467_744_000_000_000, using: &random))
      #expect(WindowsTime(iso8601: time.iso8601) == time)
      let nineDigits = time.iso8601.dropLast() + "42Z"
      #expect(WindowsTime(iso8601: String(nineDigits)) == time)
    }
  }

  @Test func `one changed byte is judged as by reading digit by digit`() {
    for text in ["2026-03-02T08:15:31.1234567Z", "2024-02-29T23:59:59.999999999Z"] {
      let original = Array(text.utf8)
      for index in original.indices {
        for byte in UInt8.min...UInt8.max {
          var changed = original
          changed[index] = byte
          #expect(time(changed, slowly: false) == time(changed, slowly: true), "\(index), \(byte)")
        }
      }
    }
  }

  @Test(arguments: [
    "2025-02-29T00:00:00.0000000Z", "2026-04-31T00:00:00.0000000Z", "2026-03-02T24:00:00.0000000Z",
    "2026-03-02T08:60:00.0000000Z", "2026-03-02T08:15:61.0000000Z", "2026-00-02T08:15:31.0000000Z",
    "2026-03-00T08:15:31.0000000Z",
  ])
  func `what no calendar or clock shows is refused`(text: String) {
    #expect(WindowsTime(iso8601: text) == nil)
  }
}
