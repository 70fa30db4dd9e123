/// The bytes of one chunk; every read is checked against their end.
///
/// Offsets in binary XML are relative to the chunk, so this is the only address space there is. The
/// memory belongs to whoever made the view, which must not outlive it.
struct ChunkBytes {
  let base: UnsafeRawPointer
  let count: Int

  /// Whether so many bytes lie at an offset.
  @inline(__always)
  func holds(_ length: Int, at offset: Int) -> Bool {
    offset >= 0 && length >= 0 && offset <= count &- length
  }

  @inline(__always)
  func check(_ length: Int, at offset: Int) throws(BinXMLFault) {
    guard holds(length, at: offset) else { throw .outOfBounds }
  }

  @inline(__always)
  func uint8(at offset: Int) throws(BinXMLFault) -> UInt8 {
    try check(1, at: offset)
    return base.load(fromByteOffset: offset, as: UInt8.self)
  }

  @inline(__always)
  func uint16(at offset: Int) throws(BinXMLFault) -> UInt16 {
    try check(2, at: offset)
    return unchecked16(at: offset)
  }

  @inline(__always)
  func uint32(at offset: Int) throws(BinXMLFault) -> UInt32 {
    try check(4, at: offset)
    return unchecked32(at: offset)
  }

  /// A little-endian word whose bytes were checked before.
  @inline(__always)
  func unchecked16(at offset: Int) -> UInt16 {
    UInt16(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt16.self))
  }

  /// A little-endian word whose bytes were checked before.
  @inline(__always)
  func unchecked32(at offset: Int) -> UInt32 {
    UInt32(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
  }

  /// A little-endian word whose bytes were checked before.
  @inline(__always)
  func unchecked64(at offset: Int) -> UInt64 {
    UInt64(littleEndian: base.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  /// Whether bytes that were checked before equal others, as many as there are of those.
  @inline(__always)
  func unchecked(at offset: Int, equals other: UnsafeRawBufferPointer) -> Bool {
    guard let start = other.baseAddress else { return true }
    let here = base + offset
    let count = other.count
    var index = 0
    while index &+ 8 <= count {
      guard
        here.loadUnaligned(fromByteOffset: index, as: UInt64.self)
          == start.loadUnaligned(fromByteOffset: index, as: UInt64.self)
      else { return false }
      index &+= 8
    }
    while index < count {
      guard
        here.load(fromByteOffset: index, as: UInt8.self)
          == start.load(fromByteOffset: index, as: UInt8.self)
      else { return false }
      index &+= 1
    }
    return true
  }

  /// Bytes that were checked before.
  @inline(__always)
  func unchecked(_ length: Int, at offset: Int) -> UnsafeRawBufferPointer {
    UnsafeRawBufferPointer(start: base + offset, count: length)
  }
}
