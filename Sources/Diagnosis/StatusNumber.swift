/// Reads a 32-bit status in any notation logs use: decimal, hex, signed decimal.
enum StatusNumber {
  /// The unsigned 32 bits (2308 for `0x904`, 0x8009030D for `-2146893043`), or nil for anything else.
  static func parse(_ text: String) -> UInt32? {
    if text.hasPrefix("0x") || text.hasPrefix("0X") {
      guard let wide = UInt64(text.dropFirst(2), radix: 16) else { return nil }
      // Values sign-extended to 64 bits carry the same status in their lower half.
      return wide >> 32 == 0 || wide >> 32 == 0xFFFF_FFFF ? UInt32(truncatingIfNeeded: wide) : nil
    }
    if text.hasPrefix("-") {
      return Int32(text).map { UInt32(bitPattern: $0) }
    }
    return UInt32(text)
  }
}
