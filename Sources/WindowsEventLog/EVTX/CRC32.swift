/// The cyclic redundancy check of file and chunk headers (ISO 3309, reflected polynomial EDB88320).
struct CRC32 {
  private var state: UInt32 = 0xFFFF_FFFF

  /// The checksum of all bytes given so far.
  var value: UInt32 { ~state }

  /// Takes more bytes, eight at a time with one table a byte place.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    Self.tables.withUnsafeBufferPointer { tables in
      var state = state
      var index = 0
      while index &+ 8 <= bytes.count {
        let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
        let mixed = word ^ UInt64(state)
        // Written out: as a loop it takes twice as long.
        state =
          tables[1792 &+ Int(mixed & 0xFF)] ^ tables[1536 &+ Int(mixed &>> 8 & 0xFF)]
          ^ tables[1280 &+ Int(mixed &>> 16 & 0xFF)] ^ tables[1024 &+ Int(mixed &>> 24 & 0xFF)]
        state ^=
          tables[768 &+ Int(mixed &>> 32 & 0xFF)] ^ tables[512 &+ Int(mixed &>> 40 & 0xFF)]
          ^ tables[256 &+ Int(mixed &>> 48 & 0xFF)] ^ tables[Int(mixed &>> 56)]
        index &+= 8
      }
      while index < bytes.count {
        state = tables[Int((state ^ UInt32(bytes[index])) & 0xFF)] ^ (state &>> 8)
        index &+= 1
      }
      self.state = state
    }
  }

  /// Eight tables of 256: table n takes a byte that has n bytes behind it.
  private static let tables: [UInt32] = {
    var tables = [UInt32](repeating: 0, count: 8 * 256)
    for byte in 0..<256 {
      var value = UInt32(byte)
      for _ in 0..<8 { value = value & 1 == 1 ? 0xEDB8_8320 ^ (value &>> 1) : value &>> 1 }
      tables[byte] = value
    }
    for place in 256..<8 * 256 {
      let before = tables[place - 256]
      tables[place] = tables[Int(before & 0xFF)] ^ (before &>> 8)
    }
    return tables
  }()
}
