/// References of XML 1.0: `&#65;`, `&#x41;` and the five named ones.
enum CharacterReference {
  /// The number in `#65` or `#x41`; nil when it is none or beyond Unicode.
  static func scalar(_ name: UnsafeRawBufferPointer) -> UInt32? {
    guard name.count >= 2, name[0] == UInt8(ascii: "#") else { return nil }
    let isHexadecimal = name[1] == UInt8(ascii: "x")
    let digits = name[(isHexadecimal ? 2 : 1)...]
    guard !digits.isEmpty, digits.count <= 8 else { return nil }
    var value: UInt32 = 0
    for byte in digits {
      guard let digit = HexDigit.value(byte), isHexadecimal || digit <= 9 else { return nil }
      value = value &* (isHexadecimal ? 16 : 10) &+ UInt32(digit)
      // Nothing above Unicode; checked at each step, so that no product can wrap around.
      if value > 0x10_FFFF { return nil }
    }
    return value
  }

  /// Whether XML 1.0 allows a character at all (section 2.2, Char).
  static func isAllowed(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x09, 0x0A, 0x0D, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
    default: false
    }
  }

  /// The character a predefined entity stands for.
  static func predefined(_ name: UnsafeRawBufferPointer) -> UInt8? {
    switch (name.count, name[0]) {
    case (2, UInt8(ascii: "l")) where name[1] == UInt8(ascii: "t"): UInt8(ascii: "<")
    case (2, UInt8(ascii: "g")) where name[1] == UInt8(ascii: "t"): UInt8(ascii: ">")
    case (3, UInt8(ascii: "a")) where name[1] == UInt8(ascii: "m") && name[2] == UInt8(ascii: "p"):
      UInt8(ascii: "&")
    case (4, UInt8(ascii: "q")) where name.elementsEqual("quot".utf8): UInt8(ascii: "\"")
    case (4, UInt8(ascii: "a")) where name.elementsEqual("apos".utf8): UInt8(ascii: "'")
    default: nil
    }
  }
}
