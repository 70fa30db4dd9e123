#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// Compares two files byte by byte.
enum FileComparison {
  /// Bytes of each file in memory at a time; both fit a core's cache.
  static let blockSize = 1 << 15

  /// Whether both hold the same bytes to their ends; false where one cannot be read or it is stopped before.
  static func areSame(_ one: String, _ other: String, isStopped: () -> Bool = { false }) -> Bool {
    let descriptors = [open(one, O_RDONLY | O_CLOEXEC), open(other, O_RDONLY | O_CLOEXEC)]
    defer { for descriptor in descriptors where descriptor >= 0 { close(descriptor) } }
    guard descriptors.allSatisfy({ $0 >= 0 }) else { return false }
    return withUnsafeTemporaryAllocation(byteCount: 2 * blockSize, alignment: 64) { memory in
      guard let first = memory.baseAddress else { return false }
      let second = first + blockSize
      while !isStopped() {
        guard let count = fill(first, from: descriptors[0]), fill(second, from: descriptors[1]) == count,
          memcmp(first, second, count) == 0
        else { return false }
        if count < blockSize { return true }
      }
      return false
    }
  }

  /// How many bytes a block took, fewer than its size only at the file's end; nil after an error.
  private static func fill(_ block: UnsafeMutableRawPointer, from descriptor: Int32) -> Int? {
    var count = 0
    while count < blockSize {
      let length = read(descriptor, block + count, blockSize - count)
      if length < 0 {
        if errno == EINTR { continue }
        return nil
      }
      if length == 0 { break }
      count += length
    }
    return count
  }
}
