import EventSignals

/// Reads a 32-bit status in any notation logs use: decimal, hex, signed decimal.
enum StatusNumber {
  /// The unsigned 32 bits (2308 for `0x904`, 0x8009030D for `-2146893043`), or nil for anything else.
  static func parse(_ text: String) -> UInt32? {
    WindowsNumber(text).flatMap { UInt32(exactly: $0.bits) }
  }
}
