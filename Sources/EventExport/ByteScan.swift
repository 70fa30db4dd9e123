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
    var index = 0
    // Reserved piece by piece: the worst case of a whole long value would be many times its size.
    while index < count {
      let stop = min(index &+ 4096, count)
      var out = buffer.reserve((stop &- index &+ 8) &* expansion)
      while index < stop {
        if index &+ 8 <= stop {
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
        }
        let (end, used) = slow(input, index, out)
        out = end
        index &+= used
      }
      buffer.commit(to: out)
    }
  }
}
