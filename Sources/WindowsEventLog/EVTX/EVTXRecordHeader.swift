/// The 24 bytes before a record's binary XML; the size stands once more at the record's end.
struct EVTXRecordHeader {
  /// `**` and two zero bytes.
  static let magic: UInt32 = 0x0000_2A2A
  static let size = 24
  /// The smallest record there can be: head, end of fragment, size.
  static let smallest = size + 4

  /// Bytes of the whole record.
  let length: Int
  let recordID: UInt64
  /// Whether the size at the end says the same.
  let isClosed: Bool

  /// Reads the head of the record at an offset; nil where none can be.
  @inline(__always)
  init?(_ bytes: ChunkBytes, at offset: Int) {
    guard bytes.holds(Self.smallest, at: offset), bytes.unchecked32(at: offset) == Self.magic else {
      return nil
    }
    length = Int(bytes.unchecked32(at: offset &+ 4))
    recordID = bytes.unchecked64(at: offset &+ 8)
    guard length >= Self.smallest, length <= EVTXChunkHeader.chunkSize &- EVTXChunkHeader.size else {
      return nil
    }
    isClosed =
      bytes.holds(length, at: offset)
      && bytes.unchecked32(at: offset &+ length &- 4) == UInt32(truncatingIfNeeded: length)
  }
}
