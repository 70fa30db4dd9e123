/// Turns UTF-16 into UTF-8, a stretch at a time.
///
/// A lone surrogate keeps its number in three bytes, which is not valid UTF-8: whoever reads the
/// record sees the damage there and mends it. So every code point below U+10000 came from two
/// bytes and every other from four, and the original offset is found by counting.
struct UTF16Transcoder {
  let isBigEndian: Bool

  /// The most bytes of UTF-8 that so many bytes of UTF-16 become.
  static func capacity(for count: Int) -> Int { (count + 1) / 2 * 3 + 16 }

  /// Writes whole characters as UTF-8; returns the bytes taken and the bytes written.
  ///
  /// `output` has room for `capacity(for: input.count)` bytes. A surrogate or half unit at the end
  /// waits for more input unless `isLast`.
  func transcode(
    _ input: UnsafeRawBufferPointer, isLast: Bool, into output: UnsafeMutablePointer<UInt8>
  ) -> (taken: Int, written: Int) {
    guard let base = input.baseAddress else { return (0, 0) }
    var index = 0
    var written = 0
    while input.count - index >= 2 {
      if input.count - index >= 16 {
        let raw = (base + index).loadUnaligned(as: SIMD8<UInt16>.self)
        let units = isBigEndian ? (raw &<< 8) | (raw &>> 8) : raw
        if Self.isASCII(units) {
          let narrow = SIMD8<UInt8>(truncatingIfNeeded: units)
          UnsafeMutableRawPointer(output + written).storeBytes(of: narrow, as: SIMD8<UInt8>.self)
          written += 8
          index += 16
          continue
        }
      }
      let first = unit(at: index, of: input)
      if first & 0xFC00 == 0xD800 {
        if input.count - index < 4 {
          guard isLast else { break }
        } else {
          let second = unit(at: index + 2, of: input)
          if second & 0xFC00 == 0xDC00 {
            let scalar = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
            written += put(scalar, output + written)
            index += 4
            continue
          }
        }
      }
      written += put(UInt32(first), output + written)
      index += 2
    }
    // A single byte at the very end is half a character: it is taken and means nothing.
    if isLast { index = input.count }
    return (index, written)
  }

  private static func isASCII(_ units: SIMD8<UInt16>) -> Bool {
    let words = unsafeBitCast(units, to: SIMD2<UInt64>.self)
    return (words[0] | words[1]) & 0xFF80_FF80_FF80_FF80 == 0
  }

  private func unit(at index: Int, of input: UnsafeRawBufferPointer) -> UInt16 {
    let (first, second) = (UInt16(input[index]), UInt16(input[index + 1]))
    return isBigEndian ? first << 8 | second : second << 8 | first
  }

  private func put(_ scalar: UInt32, _ output: UnsafeMutablePointer<UInt8>) -> Int {
    if scalar < 0x80 {
      output[0] = UInt8(truncatingIfNeeded: scalar)
      return 1
    }
    if scalar < 0x800 {
      output[0] = UInt8(truncatingIfNeeded: 0xC0 | scalar >> 6)
      output[1] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 2
    }
    if scalar < 0x10000 {
      output[0] = UInt8(truncatingIfNeeded: 0xE0 | scalar >> 12)
      output[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
      output[2] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
      return 3
    }
    output[0] = UInt8(truncatingIfNeeded: 0xF0 | scalar >> 18)
    output[1] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 12 & 0x3F)
    output[2] = UInt8(truncatingIfNeeded: 0x80 | scalar >> 6 & 0x3F)
    output[3] = UInt8(truncatingIfNeeded: 0x80 | scalar & 0x3F)
    return 4
  }
}
