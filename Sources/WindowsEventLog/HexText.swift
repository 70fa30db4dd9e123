/// Digits of hexadecimal numbers, to be written.
package enum HexText {
  /// The digit of a value below 16; `letters` is the digit for ten.
  @inline(__always)
  static func digit(_ value: UInt8, letters: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") &+ value : letters &+ (value &- 10)
  }

  /// Bytes in upper case, two digits each.
  package static func string(_ bytes: some Collection<UInt8>) -> String {
    String(unsafeUninitializedCapacity: bytes.count * 2) { out in
      var place = 0
      for byte in bytes {
        out[place] = digit(byte &>> 4, letters: UInt8(ascii: "A"))
        out[place &+ 1] = digit(byte & 15, letters: UInt8(ascii: "A"))
        place &+= 2
      }
      return place
    }
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
