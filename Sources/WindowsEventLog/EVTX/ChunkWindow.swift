/// The stretch of a source that holds the chunk being read; never more than one chunk.
final class ChunkWindow {
  /// Bytes from the start of the file to the window's first byte.
  private(set) var offset: UInt64
  /// Bytes in the window.
  private(set) var count = 0
  private var source: any ByteSource
  private let memory: UnsafeMutableRawBufferPointer
  private var isAtEnd = false

  /// `offset` is where in the file the source starts.
  init(_ source: any ByteSource, at offset: UInt64) {
    self.source = source
    self.offset = offset
    memory = .allocate(byteCount: EVTXChunkHeader.chunkSize, alignment: 64)
  }

  deinit { memory.deallocate() }

  /// The bytes in the window, from an offset in it on; valid until `fill` or `discard`.
  func bytes(from start: Int = 0) -> ChunkBytes? {
    guard let base = memory.baseAddress, start <= count else { return nil }
    return ChunkBytes(base: UnsafeRawPointer(base) + start, count: count - start)
  }

  /// Reads until the window is full or the source has no more.
  func fill() throws(EventLogError) {
    while !isAtEnd, count < memory.count {
      let room = UnsafeMutableRawBufferPointer(rebasing: memory[count...])
      let got = try source.read(into: room)
      if got == 0 { isAtEnd = true }
      count += got
    }
  }

  /// Drops bytes at the front; those behind move up.
  func discard(_ length: Int) {
    let dropped = min(length, count)
    if dropped < count, let base = memory.baseAddress {
      base.copyMemory(from: base + dropped, byteCount: count - dropped)
    }
    count -= dropped
    offset += UInt64(dropped)
  }

  /// Whether bytes of the window are all zero.
  func isZero(_ range: Range<Int>) -> Bool {
    guard let bytes = bytes(), bytes.holds(range.count, at: range.lowerBound) else { return true }
    var index = range.lowerBound
    while index &+ 32 <= range.upperBound {
      let any =
        bytes.unchecked64(at: index) | bytes.unchecked64(at: index &+ 8)
        | bytes.unchecked64(at: index &+ 16) | bytes.unchecked64(at: index &+ 24)
      if any != 0 { return false }
      index &+= 32
    }
    while index &+ 8 <= range.upperBound {
      if bytes.unchecked64(at: index) != 0 { return false }
      index &+= 8
    }
    while index < range.upperBound {
      if memory[index] != 0 { return false }
      index &+= 1
    }
    return true
  }
}
