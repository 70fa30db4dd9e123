/// Sixteen bytes at once; the target's own vector width on every machine we build for.
typealias ByteVector = SIMD16<UInt8>

/// Bytes of text with room to read beyond their end.
///
/// `base[0..<count]` is the text; `TextPadding.bytes` more may be loaded after it, so that a wide
/// load at any index below `count` is safe. What lies there means nothing.
struct PaddedText {
  let base: UnsafePointer<UInt8>
  let count: Int

  @inline(__always) subscript(index: Int) -> UInt8 { base[index] }

  @inline(__always) func vector(at index: Int) -> ByteVector {
    UnsafeRawPointer(base + index).loadUnaligned(as: ByteVector.self)
  }

  /// Eight bytes as a little-endian number.
  @inline(__always) func word(at index: Int) -> UInt64 {
    UInt64(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt64.self))
  }

  /// Four bytes as a little-endian number.
  @inline(__always) func halfWord(at index: Int) -> UInt32 {
    UInt32(littleEndian: UnsafeRawPointer(base + index).loadUnaligned(as: UInt32.self))
  }

  /// Whether the text holds exactly these bytes at a place.
  @inline(__always) func holds(_ literal: StaticString, at index: Int) -> Bool {
    let length = literal.utf8CodeUnitCount
    guard index >= 0, count - index >= length else { return false }
    let expected = literal.utf8Start
    for position in 0..<length where base[index + position] != expected[position] { return false }
    return true
  }

  func bytes(_ range: ByteRange) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + range.start, count: range.count)
  }
}

enum TextPadding {
  /// How many bytes after a text may be loaded.
  static let bytes = 64
}

/// A stretch of a text by index.
struct ByteRange: Hashable {
  var start: Int
  var count: Int

  static let none = ByteRange(start: 0, count: 0)

  var end: Int { start + count }
}

/// The index of the first lane a comparison found, 16 when none.
@inline(__always) func firstLane(_ mask: SIMDMask<SIMD16<Int8>>) -> Int {
  // Two words and a count of zeros: the vector instructions Swift reaches have no cheaper way.
  let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
  if words[0] != 0 { return words[0].trailingZeroBitCount >> 3 }
  if words[1] != 0 { return 8 + words[1].trailingZeroBitCount >> 3 }
  return 16
}

@inline(__always) func isAnyLane(_ mask: SIMDMask<SIMD16<Int8>>) -> Bool {
  let words = unsafeBitCast(mask, to: SIMD2<UInt64>.self)
  return words[0] | words[1] != 0
}
