/// Digits of hexadecimal numbers, to be written.
enum HexText {
  /// The digit of a value below 16; `letters` is the digit for ten.
  @inline(__always)
  static func digit(_ value: UInt8, letters: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") &+ value : letters &+ (value &- 10)
  }
}
