/// Tests eight bytes at a time; the writers copy while none of them needs care.
enum ByteScan {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  private static let highs: UInt64 = 0x8080_8080_8080_8080

  /// The high bit of a byte of the result is set where that byte is below `limit` (at most 0x80).
  ///
  /// A byte behind a match may be reported too; none is missed.
  @inline(__always)
  static func below(_ limit: UInt8, in word: UInt64) -> UInt64 {
    (word &- ones &* UInt64(limit)) & ~word & highs
  }

  /// The high bit of a byte of the result is set where that byte equals `byte`; may report too many.
  @inline(__always)
  static func equal(_ byte: UInt8, in word: UInt64) -> UInt64 {
    below(1, in: word ^ (ones &* UInt64(byte)))
  }

  /// Copies bytes, eight at a time while `flags` finds nothing, the rest one by one through `slow`.
  ///
  /// - Parameters:
  ///   - expansion: The most bytes `slow` may store for one byte of input.
  ///   - slow: Stores what stands for the byte at an index; gives the new end and the bytes of input used.
  @inline(__always)
  static func copy(
    _ input: UnsafeBufferPointer<UInt8>, into buffer: inout ExportBuffer, expansion: Int,
    flags: (UInt64) -> UInt64,
    slow: (UnsafeBufferPointer<UInt8>, Int, UnsafeMutablePointer<UInt8>) -> (UnsafeMutablePointer<UInt8>, Int)
  ) {
    guard let start = input.baseAddress else { return }
    let raw = UnsafeRawPointer(start)
    let count = input.count
    if count < 8, count > 0 {
      // Most values are this short; what is stored beyond them is overwritten by what comes next.
      let word = shortWord(raw, count)
      if flags(word) & (highs &>> UInt64(64 &- count &* 8)) == 0 {
        let out = buffer.reserve(8)
        UnsafeMutableRawPointer(out).storeBytes(of: word.littleEndian, as: UInt64.self)
        buffer.commit(to: out + count)
        return
      }
    }
    var index = 0
    // Reserved piece by piece: the worst case of a whole long value would be many times its size.
    while index < count {
      let stop = min(index &+ 4096, count)
      var out = buffer.reserve((stop &- index &+ 8) &* expansion)
      while index < stop {
        let left = stop &- index
        if left >= 8 {
          let word = raw.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          UnsafeMutableRawPointer(out).storeBytes(of: word, as: UInt64.self)
          let found = flags(UInt64(littleEndian: word))
          if found == 0 {
            out += 8
            index &+= 8
            continue
          }
          let clean = found.trailingZeroBitCount &>> 3
          out += clean
          index &+= clean
        } else if stop >= 8 {
          // The last bytes, as the upper part of a word that begins among those already done.
          let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: stop &- 8, as: UInt64.self))
          let shift = UInt64(64 &- left &* 8)
          if flags(word) &>> shift == 0 {
            UnsafeMutableRawPointer(out).storeBytes(of: (word &>> shift).littleEndian, as: UInt64.self)
            out += left
            index = stop
            continue
          }
        }
        let (end, used) = slow(input, index, out)
        out = end
        index &+= used
      }
      buffer.commit(to: out)
    }
  }

  /// Up to seven bytes as a word, zeros above them.
  @inline(__always)
  private static func shortWord(_ raw: UnsafeRawPointer, _ count: Int) -> UInt64 {
    if count >= 4 {
      let low = UInt64(UInt32(littleEndian: raw.loadUnaligned(as: UInt32.self)))
      let high = UInt64(
        UInt32(littleEndian: raw.loadUnaligned(fromByteOffset: count &- 4, as: UInt32.self)))
      return low | high &<< UInt64(count &* 8 &- 32)
    }
    // One, two or three bytes: the first, the middle and the last are all of them.
    return UInt64(raw.load(as: UInt8.self))
      | UInt64(raw.load(fromByteOffset: count &>> 1, as: UInt8.self)) &<< UInt64((count &>> 1) &* 8)
      | UInt64(raw.load(fromByteOffset: count &- 1, as: UInt8.self)) &<< UInt64((count &- 1) &* 8)
  }
}
