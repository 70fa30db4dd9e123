/// Numbers as events write them: decimal, signed decimal, hexadecimal, alone or in brackets after a name.
enum EventNumber {
  /// The value as unsigned 32 bits, or nil when the text holds none.
  static func unsigned(_ text: String?) -> UInt32? {
    guard let text else { return nil }
    var digits = Substring(text)
    if let open = digits.lastIndex(of: "("), digits.last == ")" {
      digits = digits[digits.index(after: open)...].dropLast()
    }
    while digits.first == " " { digits.removeFirst() }
    while digits.last == " " { digits.removeLast() }
    if digits.hasPrefix("0x") || digits.hasPrefix("0X") { return UInt32(digits.dropFirst(2), radix: 16) }
    if let value = UInt32(digits) { return value }
    return Int32(digits).map { UInt32(bitPattern: $0) }
  }
}
