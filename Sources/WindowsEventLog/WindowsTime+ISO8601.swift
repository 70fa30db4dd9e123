extension WindowsTime {
  /// Reads an ISO 8601 instant in any of the shapes exports of event logs use; nil when it is none.
  ///
  /// `T` or a blank between date and time; no fraction or any number of digits (those past the
  /// seventh are cut, a tick being 100 ns); `Z`, `±hh:mm`, `±hhmm`, `±hh` or no zone, which means UTC.
  /// The time of day or its seconds may be left out. Blanks around the text do not matter.
  public init?(iso8601 text: some StringProtocol) {
    var text = String(text)
    guard let time = text.withUTF8({ WindowsTime(iso8601: UnsafeRawBufferPointer($0)) }) else { return nil }
    self = time
  }

  /// Reads the same shapes from UTF-8 bytes in place.
  package init?(iso8601 bytes: UnsafeRawBufferPointer) {
    if let time = Self.fullTimestamp(bytes) {
      self = time
      return
    }
    var scanner = DigitScanner(bytes)
    scanner.skipBlanks()
    guard let year = scanner.number(digits: 4), scanner.take(UInt8(ascii: "-")),
      let month = scanner.number(digits: 2), scanner.take(UInt8(ascii: "-")),
      let day = scanner.number(digits: 2),
      (1...12).contains(month), day >= 1, day <= Self.daysInMonth(month, of: year)
    else { return nil }
    var seconds = Self.daysSince1601(year: year, month: month, day: day) * 86_400
    var fraction: Int64 = 0
    if scanner.takeTimeSeparator() {
      guard let hour = scanner.number(digits: 2), hour < 24, scanner.take(UInt8(ascii: ":")),
        let minute = scanner.number(digits: 2), minute < 60
      else { return nil }
      seconds += hour * 3600 + minute * 60
      if scanner.take(UInt8(ascii: ":")) {
        // 60 is a leap second: it counts as the first second of the next minute.
        guard let second = scanner.number(digits: 2), second <= 60 else { return nil }
        seconds += second
        if scanner.take(UInt8(ascii: ".")) || scanner.take(UInt8(ascii: ",")) {
          guard let ticks = scanner.fraction(digits: 7) else { return nil }
          fraction = ticks
        }
      }
      guard let offset = scanner.zoneOffset() else { return nil }
      seconds -= offset
    }
    scanner.skipBlanks()
    guard scanner.isAtEnd else { return nil }
    // Four-digit years cannot overflow: year 9999 is a fifth of the way to the last tick.
    self.init(ticks: seconds * Self.ticksPerSecond + fraction)
  }

  /// ISO 8601 in UTC with exactly seven digits of a second: `2026-03-02T08:15:31.1234567Z`.
  public var iso8601: String {
    String(unsafeUninitializedCapacity: Self.iso8601Length) { writeISO8601(to: $0) }
  }

  /// Bytes the text of any time fits in.
  package static var iso8601Length: Int { 40 }

  /// Writes the same text to a buffer of at least `iso8601Length` bytes and gives its length.
  package func writeISO8601(to buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
    let (days, ticksOfDay) = Self.floorDivide(ticks, by: 86_400 * Self.ticksPerSecond)
    let (year, month, day) = Self.civilDate(daysSince1601: days)
    let (secondOfDay, fraction) = Self.floorDivide(ticksOfDay, by: Self.ticksPerSecond)
    var writer = DigitWriter(buffer)
    writer.write(year, digits: 4)
    writer.write(UInt8(ascii: "-"))
    writer.writePair(month)
    writer.write(UInt8(ascii: "-"))
    writer.writePair(day)
    writer.write(UInt8(ascii: "T"))
    writer.writePair(secondOfDay / 3600)
    writer.write(UInt8(ascii: ":"))
    writer.writePair(secondOfDay / 60 % 60)
    writer.write(UInt8(ascii: ":"))
    writer.writePair(secondOfDay % 60)
    writer.write(UInt8(ascii: "."))
    writer.write(fraction, digits: 7)
    writer.write(UInt8(ascii: "Z"))
    return writer.count
  }

  private static func floorDivide(_ value: Int64, by divisor: Int64) -> (quotient: Int64, remainder: Int64) {
    let (quotient, remainder) = value.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }
}

extension WindowsTime: CustomStringConvertible {
  /// The ISO 8601 form.
  public var description: String { iso8601 }
}
