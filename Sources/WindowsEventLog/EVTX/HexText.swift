/// Digits of hexadecimal numbers, to be written.
enum HexText {
  /// The digit of a value below 16; `letters` is the digit for ten.
  @inline(__always)
  static func digit(_ value: UInt8, letters: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") &+ value : letters &+ (value &- 10)
  }

  /// A number in lower case behind `0x`, without leading zeros.
  static func string(_ number: UInt64) -> String {
    let digits = max(1, (67 - number.leadingZeroBitCount) / 4)
    return String(unsafeUninitializedCapacity: digits &+ 2) { out in
      out[0] = UInt8(ascii: "0")
      out[1] = UInt8(ascii: "x")
      var rest = number
      var place = digits &+ 1
      while place > 1 {
        out[place] = digit(UInt8(truncatingIfNeeded: rest & 15), letters: UInt8(ascii: "a"))
        rest &>>= 4
        place &-= 1
      }
      return digits &+ 2
    }
  }
}

/// Whole numbers in decimal.
enum DecimalText {
  static func string(_ number: UInt64) -> String {
    var digits = 1
    var rest = number / 10
    while rest > 0 {
      digits &+= 1
      rest /= 10
    }
    return String(unsafeUninitializedCapacity: digits) { out in
      var rest = number
      var place = digits
      while place > 0 {
        place &-= 1
        let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
        out[place] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: remainder)
        rest = quotient
      }
      return digits
    }
  }
}
