/// The head of a 64 KiB chunk: where its records are, and tables of its names and templates.
///
/// The two tables (64 and 32 offsets from byte 128 on) only speed up writing; a reader needs neither,
/// since elements and template instances carry offsets of their own.
struct EVTXChunkHeader {
  /// `ElfChnk` and a zero byte.
  static let magic: UInt64 = 0x006B_6E68_4366_6C45
  /// Bytes of a chunk.
  static let chunkSize = 65_536
  /// Bytes of the head; the first record follows.
  static let size = 512

  let firstRecordID: UInt64
  let lastRecordID: UInt64
  /// Where the space that no record uses begins, from the start of the chunk.
  let freeSpace: Int
  let flags: UInt32
  /// Of the records' bytes.
  let recordsChecksum: UInt32
  /// Whether the magic is there.
  let hasMagic: Bool
  let checksumMatches: Bool

  /// Reads the head of a chunk of which at least `size` bytes are there.
  init(_ bytes: ChunkBytes) {
    hasMagic = bytes.unchecked64(at: 0) == Self.magic
    firstRecordID = bytes.unchecked64(at: 24)
    lastRecordID = bytes.unchecked64(at: 32)
    freeSpace = Int(bytes.unchecked32(at: 48))
    recordsChecksum = bytes.unchecked32(at: 52)
    flags = bytes.unchecked32(at: 120)
    var checksum = CRC32()
    checksum.update(bytes.unchecked(120, at: 0))
    checksum.update(bytes.unchecked(384, at: 128))
    checksumMatches = flags & 4 != 0 || checksum.value == bytes.unchecked32(at: 124)
  }

  /// Whether bytes are the start of a chunk, its magic damaged perhaps.
  ///
  /// Without the magic, the header size of 128 and a record right behind the head must both be there.
  static func isPlausible(_ bytes: ChunkBytes) -> Bool {
    guard bytes.count >= size + EVTXRecordHeader.size else { return false }
    if bytes.unchecked64(at: 0) == magic { return true }
    return bytes.unchecked32(at: 40) == 128 && bytes.unchecked32(at: size) == EVTXRecordHeader.magic
  }

  /// Whether the checksum over the records' bytes holds, as far as it can be told.
  func recordsMatch(_ bytes: ChunkBytes) -> Bool {
    guard flags & 4 == 0, checksumMatches, freeSpace >= Self.size, freeSpace <= bytes.count else {
      return flags & 4 != 0
    }
    var checksum = CRC32()
    checksum.update(bytes.unchecked(freeSpace - Self.size, at: Self.size))
    return checksum.value == recordsChecksum
  }
}
