/// Names that recur in every record, kept once: providers, channels, computers, names of fields.
///
/// Bounded: a file that brings ever new names stops being remembered, and costs a new string each.
final class InternTable {
  /// Names kept at most.
  private static let limit = 1 << 16
  /// Longest name kept, in bytes.
  private static let longest = 512

  private struct Entry {
    var string: String
    var start: Int
    var count: Int
    var hash: UInt64
  }

  private var entries: [Entry] = []
  private var slots: [Int32]
  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaCapacity = 64 << 10
  private var arenaCount = 0
  /// Drawn anew each time, so that nobody can choose names that collide; no output depends on it.
  private let seed = UInt64.random(in: .min ... .max)

  init() {
    slots = Array(repeating: -1, count: 256)
    arena = .allocate(capacity: arenaCapacity)
    // The empty name is number 0 from the start; its slot is found by the same hash as any other.
    let hash = self.hash(UnsafeRawPointer(arena), 0)
    entries.append(Entry(string: "", start: 0, count: 0, hash: hash))
    slots[Int(truncatingIfNeeded: hash) & (slots.count - 1)] = 0
  }

  /// The number of the empty name.
  var emptyID: Int { 0 }

  deinit { arena.deallocate() }

  /// The number of a name, the same for the same bytes; nil when the table is full or the bytes are no UTF-8.
  func id(of bytes: UnsafeRawBufferPointer) -> Int? {
    guard let base = bytes.baseAddress, bytes.count > 0 else { return emptyID }
    guard bytes.count <= Self.longest else { return nil }
    let hash = self.hash(base, bytes.count)
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let index = Int(slots[slot])
      if entries[index].hash == hash, holds(index, base, bytes.count) { return index }
      slot = (slot + 1) & (slots.count - 1)
    }
    return add(base, bytes.count, hash, slot)
  }

  /// Whether a number stands for exactly these bytes.
  @inline(__always) func isName(_ id: Int, _ bytes: UnsafeRawBufferPointer) -> Bool {
    guard id >= 0, id < entries.count, let base = bytes.baseAddress else { return false }
    return holds(id, base, bytes.count)
  }

  func string(_ id: Int) -> String { entries[id].string }

  @inline(__always) private func holds(_ index: Int, _ base: UnsafeRawPointer, _ count: Int) -> Bool {
    guard entries[index].count == count else { return false }
    let kept = UnsafeRawPointer(arena + entries[index].start)
    var position = 0
    while position + 8 <= count {
      if (base + position).loadUnaligned(as: UInt64.self) != (kept + position).loadUnaligned(as: UInt64.self)
      {
        return false
      }
      position += 8
    }
    while position < count {
      if base.load(fromByteOffset: position, as: UInt8.self)
        != kept.load(fromByteOffset: position, as: UInt8.self)
      {
        return false
      }
      position += 1
    }
    return true
  }

  private func add(_ base: UnsafeRawPointer, _ count: Int, _ hash: UInt64, _ slot: Int) -> Int? {
    let bytes = UnsafeRawBufferPointer(start: base, count: count)
    guard entries.count < Self.limit, Self.isPlain(bytes),
      let string = String(validating: bytes, as: UTF8.self)
    else {
      return nil
    }
    if arenaCapacity - arenaCount < count {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: arenaCapacity * 2)
      larger.initialize(from: arena, count: arenaCount)
      arena.deallocate()
      arena = larger
      arenaCapacity *= 2
    }
    UnsafeMutableRawPointer(arena + arenaCount).copyMemory(from: base, byteCount: count)
    entries.append(Entry(string: string, start: arenaCount, count: count, hash: hash))
    arenaCount += count
    slots[slot] = Int32(entries.count - 1)
    if entries.count * 2 > slots.count { rehash() }
    return entries.count - 1
  }

  /// Whether an XML parser would take the bytes as they are, apart from their encoding.
  private static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
    for index in bytes.indices {
      let byte = bytes[index]
      if byte < 0x20 { return false }
      let rest = bytes.count - index
      if byte == 0xEF, rest > 2, bytes[index + 1] == 0xBF, bytes[index + 2] >= 0xBE { return false }
      if byte == UInt8(ascii: "]"), rest > 2, bytes[index + 1] == byte, bytes[index + 2] == UInt8(ascii: ">")
      {
        return false
      }
    }
    return true
  }

  private func rehash() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for index in entries.indices {
      var slot = Int(truncatingIfNeeded: entries[index].hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(index)
    }
  }

  /// Eight bytes at a time, multiplied and folded.
  private func hash(_ base: UnsafeRawPointer, _ count: Int) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var position = 0
    while position < count {
      var word: UInt64 = 0
      if position + 8 <= count {
        word = (base + position).loadUnaligned(as: UInt64.self)
      } else {
        for index in position..<count {
          word = word << 8 | UInt64(base.load(fromByteOffset: index, as: UInt8.self))
        }
      }
      let product = (hash ^ word).multipliedFullWidth(by: 0xD6E8_FEB8_6659_FD93)
      hash = product.high ^ product.low
      position += 8
    }
    return hash ^ hash >> 32
  }
}
