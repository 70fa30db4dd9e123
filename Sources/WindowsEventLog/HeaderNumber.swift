/// Numbers as exports write them: decimal, or hexadecimal after `0x`, with blanks around.
enum HeaderNumber {
  /// The number, or nil when the bytes hold none or one above 64 bits.
  static func parse(_ bytes: UnsafeRawBufferPointer) -> UInt64? {
    var index = 0
    var end = bytes.count
    while index < end, isBlank(bytes[index]) { index += 1 }
    while end > index, isBlank(bytes[end - 1]) { end -= 1 }
    guard index < end else { return nil }
    if end - index > 2, bytes[index] == UInt8(ascii: "0"), bytes[index + 1] | 0x20 == UInt8(ascii: "x") {
      return hexadecimal(bytes, index + 2, end)
    }
    var value: UInt64 = 0
    while index < end {
      let digit = bytes[index] &- UInt8(ascii: "0")
      guard digit <= 9 else { return nil }
      let (times, tooBig) = value.multipliedReportingOverflow(by: 10)
      let (sum, overflow) = times.addingReportingOverflow(UInt64(digit))
      if tooBig || overflow { return nil }
      value = sum
      index += 1
    }
    return value
  }

  static func parse(_ text: String) -> UInt64? {
    var text = text
    return text.withUTF8 { parse(UnsafeRawBufferPointer($0)) }
  }

  private static func hexadecimal(_ bytes: UnsafeRawBufferPointer, _ start: Int, _ end: Int) -> UInt64? {
    guard end - start <= 16 else { return nil }
    var value: UInt64 = 0
    for index in start..<end {
      guard let digit = HexDigit.value(bytes[index]) else { return nil }
      value = value << 4 | UInt64(digit)
    }
    return value
  }

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }
}

enum HexDigit {
  /// The value of a hexadecimal digit in either case; nil for any other byte.
  @inline(__always) static func value(_ byte: UInt8) -> UInt8? {
    let decimal = byte &- UInt8(ascii: "0")
    if decimal <= 9 { return decimal }
    let letter = (byte | 0x20) &- UInt8(ascii: "a")
    return letter <= 5 ? letter + 10 : nil
  }
}
