/// Reads runs of ASCII digits from bytes, never past their end.
struct DigitScanner {
  private let bytes: UnsafeRawBufferPointer
  private var position = 0

  init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  var isAtEnd: Bool { position >= bytes.count }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) { position += 1 }
  }

  mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  /// `T`, `t` or one blank, where a digit follows.
  mutating func takeTimeSeparator() -> Bool {
    guard let byte = next, byte == UInt8(ascii: "T") || byte == UInt8(ascii: "t") || byte == 0x20,
      position + 1 < bytes.count, Self.digit(bytes[position + 1]) != nil
    else { return false }
    position += 1
    return true
  }

  /// Exactly so many digits.
  mutating func number(digits: Int) -> Int64? {
    guard bytes.count - position >= digits else { return nil }
    var value: Int64 = 0
    for index in position..<position + digits {
      guard let digit = Self.digit(bytes[index]) else { return nil }
      value = value * 10 + digit
    }
    position += digits
    return value
  }

  /// One digit or more, as a number of units of 10^-digits; further digits are cut.
  mutating func fraction(digits: Int) -> Int64? {
    var value: Int64 = 0
    var seen = 0
    while let byte = next, let digit = Self.digit(byte) {
      if seen < digits { value = value * 10 + digit }
      seen += 1
      position += 1
    }
    guard seen > 0 else { return nil }
    while seen < digits {
      value *= 10
      seen += 1
    }
    return value
  }

  /// Seconds east of UTC: `Z`, `±hh:mm`, `±hhmm`, `±hh`; 0 when no zone is given.
  mutating func zoneOffset() -> Int64? {
    if take(UInt8(ascii: "Z")) || take(UInt8(ascii: "z")) { return 0 }
    let sign: Int64
    if take(UInt8(ascii: "+")) {
      sign = 1
    } else if take(UInt8(ascii: "-")) {
      sign = -1
    } else {
      return 0
    }
    guard let hours = number(digits: 2), hours < 24 else { return nil }
    var seconds = hours * 3600
    let colon = take(UInt8(ascii: ":"))
    if let minutes = number(digits: 2) {
      guard minutes < 60 else { return nil }
      seconds += minutes * 60
    } else if colon {
      return nil
    }
    return sign * seconds
  }

  private static func digit(_ byte: UInt8) -> Int64? {
    let value = byte &- UInt8(ascii: "0")
    return value <= 9 ? Int64(value) : nil
  }
}
