/// Numbers as logs, dialogs and people write codes.
public enum CodeNumber {
  /// Reads `2308`, `0x904`, `-2146893043`, `8009030D`, `0xFFFFFFFF8009030D`; nil for anything else.
  ///
  /// Signed decimals give the bits of the 32-bit number; so does a value that was widened to 64 bits
  /// with its sign. Eight digits with a letter among them are taken for hexadecimal without `0x`.
  public static func parse(_ text: some StringProtocol) -> UInt32? {
    let lower = text.lowercased()
    if lower.hasPrefix("0x") {
      return UInt64(lower.dropFirst(2), radix: 16).flatMap(narrow)
    }
    guard let first = lower.utf8.first, first == UInt8(ascii: "-") || isDigit(first) || lower.utf8.count == 8
    else { return nil }
    if let value = Int64(lower) {
      return value < 0 ? Int32(exactly: value).map(UInt32.init(bitPattern:)) : narrow(UInt64(value))
    }
    if let value = UInt64(lower) { return narrow(value) }
    return lower.utf8.count == 8 && lower.utf8.contains(where: isDigit) ? UInt32(lower, radix: 16) : nil
  }

  private static func narrow(_ value: UInt64) -> UInt32? {
    if let exact = UInt32(exactly: value) { return exact }
    // A negative 32-bit number that was widened with its sign.
    return value >> 31 == 0x1_FFFF_FFFF ? UInt32(truncatingIfNeeded: value) : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
  }
}
