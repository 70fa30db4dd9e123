#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension PaddedText {
  /// The index of the first byte equal to one, at or after a place; nil when there is none.
  ///
  /// The system's `memchr` looks at 16 to 64 bytes at once. It pays where the byte is rare; where it is
  /// common, `WordCompare` does.
  @inline(__always) func first(_ byte: UInt8, from start: Int) -> Int? {
    guard start < count, let found = memchr(base + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Whether the text holds as many of some bytes at a place; the text must reach so far.
  @inline(__always) func holds(_ bytes: UnsafePointer<UInt8>, count: Int, at index: Int) -> Bool {
    memcmp(base + index, bytes, count) == 0
  }
}

/// Searches in bytes that are no window of a reader.
enum ByteSearch {
  /// Whether some bytes hold a text.
  static func holds(_ mark: StaticString, in bytes: UnsafeRawBufferPointer) -> Bool {
    guard let base = bytes.baseAddress, mark.utf8CodeUnitCount > 0 else { return false }
    var start = 0
    while bytes.count - start >= mark.utf8CodeUnitCount,
      let found = memchr(base + start, Int32(mark.utf8Start[0]), bytes.count - start)
    {
      let place = UnsafeRawPointer(found) - base
      guard bytes.count - place >= mark.utf8CodeUnitCount else { return false }
      if memcmp(base + place, mark.utf8Start, mark.utf8CodeUnitCount) == 0 { return true }
      start = place + 1
    }
    return false
  }
}
