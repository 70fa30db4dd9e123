/// Bytes of text with room to read beyond their end.
///
/// `base[0..<count]` is the text; `TextPadding.bytes` more may be loaded after it, so that a wide
/// load at any index below `count` is safe. What lies there means nothing.
struct PaddedText {
  let base: UnsafePointer<UInt8>
  let count: Int

  @inline(__always) subscript(index: Int) -> UInt8 { base[index] }

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

  /// Whether the text holds exactly these bytes at a place.
  @inline(__always) func holds(_ bytes: [UInt8], at index: Int) -> Bool {
    guard index >= 0, count - index >= bytes.count else { return false }
    for position in bytes.indices where base[index + position] != bytes[position] { return false }
    return true
  }

  /// Whether a stretch is exactly a text.
  @inline(__always) func isText(_ range: ByteRange, _ literal: StaticString) -> Bool {
    range.count == literal.utf8CodeUnitCount && holds(literal, at: range.start)
  }

  func bytes(_ range: ByteRange) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + range.start, count: range.count)
  }

  /// Whether a stretch is plain ASCII.
  @inline(__always) func isASCII(_ range: ByteRange) -> Bool {
    var index = range.start
    while index + 8 <= range.end {
      if WordCompare.beyondASCII(word(at: index)) != 0 { return false }
      index += 8
    }
    while index < range.end {
      if self[index] >= 0x80 { return false }
      index += 1
    }
    return true
  }
}

enum TextPadding {
  /// How many bytes after a text may be loaded.
  static let bytes = 64
}

/// A stretch of a text by index.
///
/// Half the size of a pair of `Int`: a header holds a score of them and is copied for every record. A text is
/// never longer than a window, which the limit on records keeps far below 2 GiB.
struct ByteRange: Hashable {
  private var first: Int32
  private var length: Int32

  static let none = ByteRange(start: 0, count: 0)

  @inline(__always) init(start: Int, count: Int) {
    first = Int32(truncatingIfNeeded: start)
    length = Int32(truncatingIfNeeded: count)
  }

  @inline(__always) var start: Int {
    get { Int(first) }
    set { first = Int32(truncatingIfNeeded: newValue) }
  }

  @inline(__always) var count: Int {
    get { Int(length) }
    set { length = Int32(truncatingIfNeeded: newValue) }
  }

  @inline(__always) var end: Int { Int(first) + Int(length) }

  @inline(__always) func moved(by distance: Int) -> ByteRange {
    ByteRange(start: start + distance, count: count)
  }
}

/// Compares eight bytes at once within a word.
///
/// Each answer has the top bit set of the first byte that matches; bits above it may be set wrongly
/// (a borrow runs upwards), so only the lowest is to be used. Swift's own vectors compare bytes one
/// by one on the machines we measured.
enum WordCompare {
  private static let ones: UInt64 = 0x0101_0101_0101_0101
  static let tops: UInt64 = 0x8080_8080_8080_8080

  /// Bytes equal to one.
  @inline(__always) static func equal(_ word: UInt64, _ byte: UInt8) -> UInt64 {
    zero(word ^ ones &* UInt64(byte))
  }

  /// Bytes that are zero.
  @inline(__always) static func zero(_ word: UInt64) -> UInt64 { (word &- ones) & ~word & tops }

  /// Bytes below 0x20.
  @inline(__always) static func control(_ word: UInt64) -> UInt64 { (word &- ones &* 0x20) & ~word & tops }

  /// Bytes of 0x80 and above; exact everywhere.
  @inline(__always) static func beyondASCII(_ word: UInt64) -> UInt64 { word & tops }

  /// A pair of neighbours, given a word and the one a byte further on.
  @inline(__always) static func pair(_ word: UInt64, _ next: UInt64, _ first: UInt8, _ second: UInt8)
    -> UInt64
  {
    zero(word ^ ones &* UInt64(first) | next ^ ones &* UInt64(second))
  }

  /// The index of the first byte an answer names; 8 for none.
  @inline(__always) static func first(_ answer: UInt64) -> Int { answer.trailingZeroBitCount >> 3 }
}
