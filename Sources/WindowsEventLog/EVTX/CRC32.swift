/// The cyclic redundancy check of file and chunk headers (ISO 3309, reflected polynomial EDB88320).
struct CRC32 {
  private var state: UInt32 = 0xFFFF_FFFF

  /// The checksum of all bytes given so far.
  var value: UInt32 { ~state }

  /// Bytes of one of the stretches that are summed side by side.
  private static let stretch = 2048

  /// Takes more bytes, eight at a time with one table a byte place.
  ///
  /// Each step waits for the one before; of long inputs three stretches are summed at once, and then put
  /// together as if they had been one.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    guard let base = bytes.baseAddress else { return }
    Self.tables.withUnsafeBufferPointer { tables in
      var state = state
      var index = 0
      let stretch = Self.stretch
      while index &+ 3 &* stretch <= bytes.count {
        var second: UInt32 = 0
        var third: UInt32 = 0
        var place = base + index
        let end = place + stretch
        while place < end {
          state = Self.step(state, place, tables)
          second = Self.step(second, place + stretch, tables)
          third = Self.step(third, place + 2 &* stretch, tables)
          place += 8
        }
        state = Self.shifted(Self.shifted(state) ^ second) ^ third
        index &+= 3 &* stretch
      }
      while index &+ 8 <= bytes.count {
        state = Self.step(state, base + index, tables)
        index &+= 8
      }
      while index < bytes.count {
        let byte = base.load(fromByteOffset: index, as: UInt8.self)
        state = tables[Int((state ^ UInt32(byte)) & 0xFF)] ^ (state &>> 8)
        index &+= 1
      }
      self.state = state
    }
  }

  @inline(__always)
  private static func step(
    _ state: UInt32, _ place: UnsafeRawPointer, _ tables: UnsafeBufferPointer<UInt32>
  ) -> UInt32 {
    let word = UInt64(littleEndian: place.loadUnaligned(as: UInt64.self))
    let mixed = word ^ UInt64(state)
    // Written out: as a loop it takes twice as long.
    let low =
      tables[1792 &+ Int(mixed & 0xFF)] ^ tables[1536 &+ Int(mixed &>> 8 & 0xFF)]
      ^ tables[1280 &+ Int(mixed &>> 16 & 0xFF)] ^ tables[1024 &+ Int(mixed &>> 24 & 0xFF)]
    return low ^ tables[768 &+ Int(mixed &>> 32 & 0xFF)] ^ tables[512 &+ Int(mixed &>> 40 & 0xFF)]
      ^ tables[256 &+ Int(mixed &>> 48 & 0xFF)] ^ tables[Int(mixed &>> 56)]
  }

  /// The state after as many zero bytes as a stretch has.
  private static func shifted(_ state: UInt32) -> UInt32 {
    shiftTables.withUnsafeBufferPointer { tables in
      tables[Int(state & 0xFF)] ^ tables[256 &+ Int(state &>> 8 & 0xFF)]
        ^ tables[512 &+ Int(state &>> 16 & 0xFF)] ^ tables[768 &+ Int(state &>> 24)]
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

  /// Four tables of 256: what a byte of the state becomes behind a stretch of zeros. The check is linear,
  /// so the state is the sum of what its bytes become.
  private static let shiftTables: [UInt32] = {
    func behind(_ state: UInt32) -> UInt32 {
      var state = state
      for _ in 0..<stretch { state = tables[Int(state & 0xFF)] ^ (state &>> 8) }
      return state
    }
    let bits = (0..<32).map { behind(1 << UInt32($0)) }
    return (0..<4 * 256).map { entry in
      var sum: UInt32 = 0
      for bit in 0..<8 where entry >> bit & 1 == 1 { sum ^= bits[entry / 256 * 8 + bit] }
      return sum
    }
  }()
}
