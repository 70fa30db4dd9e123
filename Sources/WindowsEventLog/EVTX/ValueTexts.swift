/// Texts of values that were met more than once; a log repeats its users, machines and programs.
///
/// A text is kept from its second time on, so that one that never comes back costs no copy.
final class ValueTexts {
  private struct Entry {
    var hash: UInt64 = 0
    var units = 0
    /// The bytes of the text; nil while it was met only once.
    var bytes: UnsafeMutablePointer<UInt64>?
    var text = ""
    var isRepaired = false
  }

  /// Texts kept; which place one has is told by its hash.
  private static let places = 512
  /// Shorter texts need no memory of their own, so making them costs no more than finding them.
  private static let shortest = 16
  /// Longest text kept, in units: with it nothing is kept that would cost much memory.
  private static let longest = 256

  private let entries: UnsafeMutablePointer<Entry>
  /// Different in every run, so that no log can be made to fill one place.
  private let seed = UInt64.random(in: .min ... .max)

  init() {
    entries = .allocate(capacity: Self.places)
    entries.initialize(repeating: Entry(), count: Self.places)
  }

  deinit {
    for place in 0..<Self.places { entries[place].bytes?.deallocate() }
    entries.deinitialize(count: Self.places)
    entries.deallocate()
  }

  /// The text of UTF-16LE units, as `UTF16Text` makes it.
  @inline(__always)
  func text(_ base: UnsafeRawPointer, units: Int, isRepaired: inout Bool) -> String {
    guard units >= Self.shortest, units <= Self.longest else {
      return UTF16Text.string(base, units: units, isRepaired: &isRepaired)
    }
    return known(base, units: units, isRepaired: &isRepaired)
  }

  private func known(_ base: UnsafeRawPointer, units: Int, isRepaired: inout Bool) -> String {
    let bytes = UnsafeRawBufferPointer(start: base, count: units * 2)
    let hash = hash(bytes)
    let entry = entries + (Int(truncatingIfNeeded: hash) & (Self.places &- 1))
    if entry.pointee.hash == hash, entry.pointee.units == units {
      if let kept = entry.pointee.bytes {
        if ChunkBytes(base: base, count: bytes.count).unchecked(
          at: 0, equals: UnsafeRawBufferPointer(start: kept, count: bytes.count))
        {
          if entry.pointee.isRepaired { isRepaired = true }
          return entry.pointee.text
        }
      } else {
        keep(bytes, at: entry)
        if entry.pointee.isRepaired { isRepaired = true }
        return entry.pointee.text
      }
    }
    entry.pointee.bytes?.deallocate()
    entry.pointee = Entry(hash: hash, units: units)
    return UTF16Text.string(base, units: units, isRepaired: &isRepaired)
  }

  private func keep(_ bytes: UnsafeRawBufferPointer, at entry: UnsafeMutablePointer<Entry>) {
    guard let base = bytes.baseAddress else { return }
    let room = UnsafeMutablePointer<UInt64>.allocate(capacity: (bytes.count + 7) / 8)
    UnsafeMutableRawPointer(room).copyMemory(from: base, byteCount: bytes.count)
    var isRepaired = false
    entry.pointee.text = UTF16Text.string(base, units: bytes.count / 2, isRepaired: &isRepaired)
    entry.pointee.isRepaired = isRepaired
    entry.pointee.bytes = room
  }

  /// Multiplies and folds sixteen bytes at a time; only speed depends on its quality.
  @inline(__always)
  private func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    guard let base = bytes.baseAddress else { return seed }
    var first = seed ^ UInt64(truncatingIfNeeded: bytes.count)
    var second = ~seed
    var index = 0
    while index &+ 16 <= bytes.count {
      first = Self.mix(first, base.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      second = Self.mix(second, base.loadUnaligned(fromByteOffset: index &+ 8, as: UInt64.self))
      index &+= 16
    }
    // The last sixteen bytes once more: there are at least twice as many.
    first = Self.mix(first, base.loadUnaligned(fromByteOffset: bytes.count &- 16, as: UInt64.self))
    second = Self.mix(second, base.loadUnaligned(fromByteOffset: bytes.count &- 8, as: UInt64.self))
    return Self.mix(first, second)
  }

  @inline(__always)
  private static func mix(_ state: UInt64, _ word: UInt64) -> UInt64 {
    let mixed = (state ^ word) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed &>> 32
  }
}
