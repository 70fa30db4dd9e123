/// Well-formed sequences of UTF-8 (Unicode 15, table 3-7).
enum UTF8Sequence {
  /// Bytes of the well-formed sequence at an index; 0 when there is none.
  static func length(in bytes: UnsafeRawBufferPointer, at index: Int) -> Int {
    guard index < bytes.count else { return 0 }
    let lead = bytes[index]
    if lead < 0x80 { return 1 }
    let length: Int
    var secondFrom: UInt8 = 0x80
    var secondTo: UInt8 = 0xBF
    switch lead {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, secondFrom) = (3, 0xA0)
    case 0xED: (length, secondTo) = (3, 0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, secondFrom) = (4, 0x90)
    case 0xF4: (length, secondTo) = (4, 0x8F)
    case 0xF1...0xF3: length = 4
    default: return 0
    }
    guard bytes.count - index >= length, (secondFrom...secondTo).contains(bytes[index + 1]) else { return 0 }
    for next in 2..<max(length, 2) where bytes[index + next] & 0xC0 != 0x80 { return 0 }
    return length
  }

  /// Appends a code point that is no surrogate.
  static func append(_ scalar: UInt32, to output: inout [UInt8]) {
    switch scalar {
    case 0..<0x80:
      output.append(UInt8(truncatingIfNeeded: scalar))
    case 0x80..<0x800:
      output.append(UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    case 0x800..<0x10000:
      output.append(UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    default:
      output.append(UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F))
      output.append(UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F))
    }
  }
}
