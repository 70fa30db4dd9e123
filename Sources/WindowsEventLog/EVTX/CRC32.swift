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
        state = 0
        var place = 0
        while place < 8 {
          let byte = Int(truncatingIfNeeded: mixed &>> UInt64(place &* 8)) & 0xFF
          state ^= tables[(7 &- place) &* 256 &+ byte]
          place &+= 1
        }
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
