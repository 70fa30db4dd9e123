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
}
