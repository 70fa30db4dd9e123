/// The ANSI code page of western Windows, which Set-Content and old consoles write.
enum Windows1252 {
  /// The code points of 0x80 to 0x9F; the five without one keep their number (WHATWG Encoding, windows-1252).
  private static let upperControls: [UInt16] = [
    0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152,
    0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122,
    0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
  ]

  static func scalar(_ byte: UInt8) -> UInt32 {
    (0x80...0x9F).contains(byte) ? UInt32(upperControls[Int(byte) - 0x80]) : UInt32(byte)
  }

  /// Whether bytes that are no UTF-8 read as ANSI text: every byte above ASCII is a letter or
  /// punctuation people type, and none of them makes a sequence of UTF-8.
  static func isPlausible(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    var found = false
    while index < bytes.count {
      let byte = bytes[index]
      if byte >= 0x80 {
        guard UTF8Sequence.length(in: bytes, at: index) == 0, isTyped(byte) else { return false }
        found = true
      }
      index += 1
    }
    return found
  }

  private static func isTyped(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xC0...0xFD: byte != 0xD7 && byte != 0xF7
    case 0x80, 0x82, 0x84, 0x85, 0x8A, 0x8C, 0x8E, 0x91...0x97, 0x99, 0x9A, 0x9C, 0x9E, 0x9F: true
    case 0xA0, 0xA1, 0xA3, 0xA7, 0xA9, 0xAA, 0xAB, 0xAE, 0xB0, 0xB4, 0xB7, 0xBA, 0xBB, 0xBF: true
    default: false
    }
  }
}
