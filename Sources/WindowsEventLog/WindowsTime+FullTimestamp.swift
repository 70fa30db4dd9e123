extension WindowsTime {
  /// Reads the one shape that Windows itself writes, `2026-03-02T08:15:31.1234567Z`, also with nine digits of a
  /// second, eight bytes at a time; nil for any other, which may still be an instant.
  @inline(__always) static func fullTimestamp(_ bytes: UnsafeRawBufferPointer) -> WindowsTime? {
    guard bytes.count == 28 || bytes.count == 30 else { return nil }
    let hasNineDigits = bytes.count == 30
    // What is left of each byte is a digit's value, or nothing where a mark stands.
    let day = word(bytes, 0) ^ Shape.yearToDay
    let minute = word(bytes, 8) ^ Shape.dayToMinute
    let second = word(bytes, 12) ^ Shape.minuteToSecond
    let fraction = word(bytes, 20) ^ (hasNineDigits ? Shape.eightDigits : Shape.fraction)
    let marks =
      day & Shape.yearToDayMarks | minute & Shape.dayToMinuteMarks | second & Shape.minuteToSecondMarks
    guard marks == 0, areDigits(day), areDigits(minute), areDigits(second), areDigits(fraction) else {
      return nil
    }
    guard hasNineDigits ? endsNineDigits(bytes) : fraction >> 56 == 0 else { return nil }
    let year = pair(day, 0) * 100 + pair(day, 2)
    let (month, dayOfMonth) = (pair(day, 5), pair(minute, 0))
    let (hour, minutes, seconds) = (pair(minute, 3), pair(minute, 6), pair(second, 5))
    guard month >= 1, month <= 12, dayOfMonth >= 1, dayOfMonth <= daysInMonth(month, of: year), hour < 24,
      minutes < 60, seconds <= 60
    else { return nil }
    let days = daysSince1601(year: year, month: month, day: dayOfMonth)
    let ticks =
      (pair(fraction, 0) * 100 + pair(fraction, 2)) * 1000 + pair(fraction, 4) * 10 + digit(fraction, 6)
    return WindowsTime(
      ticks: (days * 86_400 + hour * 3600 + minutes * 60 + seconds) * ticksPerSecond + ticks)
  }

  @inline(__always) private static func word(_ bytes: UnsafeRawBufferPointer, _ index: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
  }

  /// Whether each byte is 9 or less.
  @inline(__always) private static func areDigits(_ word: UInt64) -> Bool {
    (word | ((word & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7676_7676_7676_7676)) & 0x8080_8080_8080_8080 == 0
  }

  @inline(__always) private static func endsNineDigits(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes[28] &- UInt8(ascii: "0") <= 9 && bytes[29] == UInt8(ascii: "Z")
  }

  @inline(__always) private static func digit(_ word: UInt64, _ index: UInt64) -> Int64 {
    Int64(truncatingIfNeeded: word >> (index * 8) & 0xFF)
  }

  @inline(__always) private static func pair(_ word: UInt64, _ index: UInt64) -> Int64 {
    digit(word, index) * 10 + digit(word, index + 1)
  }

  /// Stretches of the shape as little-endian words, with `0` for a digit, and where their marks stand.
  private enum Shape {
    /// `0000-00-`
    static let yearToDay: UInt64 = 0x2D30_302D_3030_3030
    static let yearToDayMarks: UInt64 = 0xFF00_00FF_0000_0000
    /// `00T00:00`
    static let dayToMinute: UInt64 = 0x3030_3A30_3054_3030
    static let dayToMinuteMarks: UInt64 = 0x0000_FF00_00FF_0000
    /// `0:00:00.`, from the second digit of the hour
    static let minuteToSecond: UInt64 = 0x2E30_303A_3030_3A30
    static let minuteToSecondMarks: UInt64 = 0xFF00_00FF_0000_FF00
    /// `0000000Z`
    static let fraction: UInt64 = 0x5A30_3030_3030_3030
    static let eightDigits: UInt64 = 0x3030_3030_3030_3030
  }
}
