/// The first block of a binary log.
///
/// Layout after Microsoft's `ElfFile` header as described by the libevtx documentation: 128 bytes used
/// of a block of 4096. Nothing in it is needed to read the log: chunks are found by their own magic.
struct EVTXFileHeader {
  /// `ElfFile` and a zero byte.
  static let magic: [UInt8] = [0x45, 0x6C, 0x66, 0x46, 0x69, 0x6C, 0x65, 0x00]
  /// Bytes that carry something.
  static let size = 128
  /// Bytes the header takes in every log known, and where the first chunk starts.
  static let blockSize = 4096

  /// The log was not closed; counts and checksums may be behind.
  var isDirty: Bool { flags & 1 != 0 }
  /// Bytes before the first chunk.
  let firstChunk: Int
  /// 1 dirty, 2 full, 4 written without checksums.
  let flags: UInt32
  let checksumMatches: Bool

  /// Whether bytes start like a binary log.
  static func begins(_ bytes: UnsafeRawBufferPointer) -> Bool { bytes.starts(with: magic) }

  /// Reads the header; nil when the bytes are too few or have another magic.
  init?(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress, bytes.count >= Self.size, Self.begins(bytes) else { return nil }
    let view = ChunkBytes(base: base, count: Self.size)
    let block = Int(view.unchecked16(at: 40))
    firstChunk = block >= Self.size && block % 512 == 0 ? block : Self.blockSize
    flags = view.unchecked32(at: 120)
    var checksum = CRC32()
    checksum.update(view.unchecked(120, at: 0))
    checksumMatches = flags & 4 != 0 || checksum.value == view.unchecked32(at: 124)
  }
}
