/// Bytes written as text: upper-case hexadecimal by most tools, Base64 by python-evtx.
enum BinaryText {
  /// The bytes; nil when the text is neither.
  ///
  /// An even number of hexadecimal digits is hexadecimal, unless the record's other marks show that
  /// python-evtx wrote it: `ABCD` reads both ways.
  static func decode(_ text: String, prefersBase64: Bool) -> [UInt8]? {
    let digits = text.utf8.filter { !isXMLBlank($0) }
    if prefersBase64, let bytes = base64(digits) { return bytes }
    return hexadecimal(digits) ?? base64(digits)
  }

  static func hexadecimal(_ digits: [UInt8]) -> [UInt8]? {
    guard digits.count % 2 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 2)
    for index in stride(from: 0, to: digits.count, by: 2) {
      guard let high = HexDigit.value(digits[index]), let low = HexDigit.value(digits[index + 1]) else {
        return nil
      }
      bytes.append(high << 4 | low)
    }
    return bytes
  }

  /// RFC 4648 section 4, with padding.
  static func base64(_ digits: [UInt8]) -> [UInt8]? {
    guard digits.count % 4 == 0 else { return nil }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(digits.count / 4 * 3)
    var group: UInt32 = 0
    var padding = 0
    for (index, digit) in digits.enumerated() {
      var value: UInt32 = 0
      if digit == UInt8(ascii: "=") {
        padding += 1
        guard padding <= 2, index >= digits.count - 2 else { return nil }
      } else {
        guard padding == 0, let six = sixBits(digit) else { return nil }
        value = six
      }
      group = group << 6 | value
      if index % 4 == 3 {
        bytes.append(UInt8(truncatingIfNeeded: group >> 16))
        bytes.append(UInt8(truncatingIfNeeded: group >> 8))
        bytes.append(UInt8(truncatingIfNeeded: group))
        group = 0
      }
    }
    bytes.removeLast(padding)
    return bytes
  }

  private static func sixBits(_ digit: UInt8) -> UInt32? {
    switch digit {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(digit - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(digit - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(digit - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
