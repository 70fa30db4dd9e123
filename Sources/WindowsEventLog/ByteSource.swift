/// Bytes that come one stretch after another: a file, an archive member, standard input.
public protocol ByteSource {
  /// Writes the next bytes to the start of a buffer and returns how many; 0 only at the end.
  ///
  /// Throws when the source cannot be read further.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(EventLogError) -> Int
}

/// Bytes already in memory.
struct MemoryByteSource: ByteSource {
  private let bytes: [UInt8]
  private var position: Int

  /// `position` is the index of the first byte that is given.
  init(_ bytes: [UInt8], from position: Int = 0) {
    self.bytes = bytes
    self.position = position
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(EventLogError) -> Int {
    let count = min(buffer.count, bytes.count - position)
    guard count > 0, let target = buffer.baseAddress else { return 0 }
    let start = position
    bytes.withUnsafeBytes { all in
      if let base = all.baseAddress { target.copyMemory(from: base + start, byteCount: count) }
    }
    position += count
    return count
  }
}

/// Bytes taken from a source to look at, given back in front of the rest.
struct RewoundByteSource: ByteSource {
  private var head: MemoryByteSource
  private var rest: any ByteSource

  /// `start` is the index in `head` of the first byte to give back.
  init(head: [UInt8], from start: Int, rest: any ByteSource) {
    self.head = MemoryByteSource(head, from: start)
    self.rest = rest
  }

  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(EventLogError) -> Int {
    let count = try head.read(into: buffer)
    return count > 0 ? count : try rest.read(into: buffer)
  }
}
