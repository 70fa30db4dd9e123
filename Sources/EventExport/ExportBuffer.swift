/// Bytes waiting to be written out; the one place every record writer appends to.
///
/// Owned raw memory instead of `[UInt8]`: the writers reserve the worst case of a piece of text once
/// and then store without a check a byte.
public struct ExportBuffer: ~Copyable {
  /// Bytes held.
  public private(set) var count = 0
  private var capacity: Int
  private var base: UnsafeMutablePointer<UInt8>

  /// Makes an empty buffer with room for a number of bytes; it grows as needed.
  public init(capacity: Int = 1 << 16) {
    self.capacity = max(capacity, 64)
    base = .allocate(capacity: self.capacity)
  }

  deinit { base.deallocate() }

  /// Hands every byte to a sink and empties the buffer, keeping its memory.
  ///
  /// The buffer is left as it was when the sink throws.
  public mutating func drain<E: Error>(into sink: (UnsafeRawBufferPointer) throws(E) -> Void) throws(E) {
    try sink(UnsafeRawBufferPointer(start: base, count: count))
    count = 0
  }

  /// Empties the buffer, keeping its memory.
  public mutating func removeAll() { count = 0 }

  /// The bytes held, copied.
  public var bytes: [UInt8] { Array(UnsafeBufferPointer(start: base, count: count)) }

  /// Gives memory for at least `extra` more bytes and its start; `commit` says how many were used.
  @inline(__always)
  mutating func reserve(_ extra: Int) -> UnsafeMutablePointer<UInt8> {
    if capacity - count < extra { grow(by: extra) }
    return base + count
  }

  /// Counts bytes stored behind the pointer `reserve` gave.
  @inline(__always)
  mutating func commit(to end: UnsafeMutablePointer<UInt8>) { count = end - base }

  private mutating func grow(by extra: Int) {
    let larger = max(capacity * 2, count + extra)
    let moved = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
    moved.update(from: base, count: count)
    base.deallocate()
    base = moved
    capacity = larger
  }

  /// Appends one byte.
  @inline(__always)
  mutating func append(_ byte: UInt8) {
    let out = reserve(1)
    out.pointee = byte
    count &+= 1
  }

  /// Appends fixed text.
  @inline(__always)
  mutating func append(_ text: StaticString) {
    let length = text.utf8CodeUnitCount
    reserve(length).update(from: text.utf8Start, count: length)
    count &+= length
  }

  /// Appends text as it is.
  mutating func appendPlain(_ text: String) {
    text.withUTF8Bytes { bytes in
      guard let start = bytes.baseAddress else { return }
      reserve(bytes.count).update(from: start, count: bytes.count)
      count &+= bytes.count
    }
  }
}

extension String {
  /// The UTF-8 bytes in place; copied first only when the string is not native.
  @inline(__always)
  func withUTF8Bytes<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    if let result = utf8.withContiguousStorageIfAvailable(body) { return result }
    return Array(utf8).withUnsafeBufferPointer(body)
  }
}
