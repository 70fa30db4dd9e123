/// Numbers for the names every record carries: provider, channel, computer.
///
/// Records are many and these names few, so a record that is not wanted costs no string: the UTF-16
/// bytes of its names are looked up as they are. The table is memory of its own, since it is asked
/// three times for every record.
final class HeaderNames {
  /// A name as met.
  private struct Key {
    var hash: UInt64
    var bytes: UnsafeRawBufferPointer
    /// Its number among the names all readers share; nil when it has none.
    var shared: Int?
    /// The same without blanks around it.
    var sharedTrimmed: Int?
    var isRepaired: Bool
  }

  /// A name as a string, and without blanks around it.
  private struct Entry {
    var text: String
    var trimmed: String
  }

  /// The names of a record, each of which is most often the one of the record before.
  enum Kind: Int {
    case provider
    case channel
    case computer
  }

  private static let firstSize = 256

  private let names: InternTable
  private let state: UnsafeMutablePointer<State>
  private var entries: [Entry] = []
  /// Different in every run, so that no log can be made to fill one place of the table.
  private let seed = UInt64.random(in: .min ... .max)

  /// The table: open addressing, numbers counted from 1, 0 for free; its size is a power of two.
  private struct State {
    var slots: UnsafeMutableBufferPointer<Int32>
    var keys: UnsafeMutableBufferPointer<Key>
    var count = 0
    var heldBytes = 0
    /// The last name of each kind, -1 for none.
    var last = (-1, -1, -1)

    init(size: Int) {
      slots = .allocate(capacity: size)
      slots.initialize(repeating: 0)
      keys = .allocate(capacity: size)
    }

    func free() {
      for index in 0..<count { keys[index].bytes.deallocate() }
      slots.deallocate()
      keys.deallocate()
    }
  }

  init(names: InternTable) {
    self.names = names
    state = .allocate(capacity: 1)
    state.initialize(to: State(size: Self.firstSize))
  }

  deinit {
    state.pointee.free()
    state.deallocate()
  }

  var count: Int { state.pointee.count }
  /// Bytes of all names as met.
  var heldBytes: Int { state.pointee.heldBytes }

  /// Forgets every name; numbers given before mean nothing any more.
  func removeAll() {
    state.pointee.free()
    state.pointee = State(size: Self.firstSize)
    entries.removeAll()
  }

  /// The number of the empty name.
  var emptyNumber: Int { number(of: UnsafeRawBufferPointer(start: nil, count: 0)) }

  func text(_ number: Int) -> String { entries[number].text }

  /// A name without blanks around it, as exports are read.
  func trimmed(_ number: Int) -> String { entries[number].trimmed }

  /// The number a name has for every reader; nil when it has none.
  func shared(_ number: Int) -> Int? { state.pointee.keys[number].shared }

  /// The same for the name without blanks around it.
  func sharedTrimmed(_ number: Int) -> Int? { state.pointee.keys[number].sharedTrimmed }

  /// Whether one of a record's names had to be mended.
  func isRepaired(_ header: RecordHeaderValues) -> Bool {
    let keys = state.pointee.keys
    return keys[header.provider].isRepaired || keys[header.channel].isRepaired
      || keys[header.computer].isRepaired
  }

  /// The number of a literal.
  func number(of text: String) -> Int {
    let bytes = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] }
    return bytes.withUnsafeBytes { number(of: $0) }
  }

  /// The number of UTF-16LE text, likely to be the last one of its kind.
  @inline(__always)
  func number(of bytes: UnsafeRawBufferPointer, _ kind: Kind) -> Int {
    let last =
      switch kind {
      case .provider: state.pointee.last.0
      case .channel: state.pointee.last.1
      case .computer: state.pointee.last.2
      }
    if last >= 0, let base = bytes.baseAddress {
      let key = state.pointee.keys[last].bytes
      if key.count == bytes.count, ChunkBytes(base: base, count: bytes.count).unchecked(at: 0, equals: key) {
        return last
      }
    }
    let number = number(of: bytes)
    switch kind {
    case .provider: state.pointee.last.0 = number
    case .channel: state.pointee.last.1 = number
    case .computer: state.pointee.last.2 = number
    }
    return number
  }

  /// The number of UTF-16LE text.
  func number(of bytes: UnsafeRawBufferPointer) -> Int {
    let hash = hash(bytes)
    let slots = state.pointee.slots
    let keys = state.pointee.keys
    let mask = slots.count &- 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != 0 {
      let number = Int(slots[place]) &- 1
      let key = keys[number]
      if key.hash == hash, key.bytes.count == bytes.count {
        guard let base = bytes.baseAddress else { return number }
        if ChunkBytes(base: base, count: bytes.count).unchecked(at: 0, equals: key.bytes) { return number }
      }
      place = (place &+ 1) & mask
    }
    return add(bytes, hash: hash)
  }

  private func add(_ bytes: UnsafeRawBufferPointer, hash: UInt64) -> Int {
    var isRepaired = false
    var text = ""
    if let base = bytes.baseAddress {
      text = UTF16Text.string(base, units: bytes.count / 2, isRepaired: &isRepaired)
    }
    let trimmed = FieldText.trimmed(text)
    entries.append(Entry(text: text, trimmed: trimmed))
    let kept = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 8)
    kept.copyMemory(from: bytes)
    let number = state.pointee.count
    state.pointee.keys[number] = Key(
      hash: hash, bytes: UnsafeRawBufferPointer(kept), shared: intern(text),
      sharedTrimmed: intern(trimmed), isRepaired: isRepaired)
    state.pointee.count = number + 1
    state.pointee.heldBytes += bytes.count
    if (number + 1) * 2 > state.pointee.slots.count {
      grow()
    } else {
      place(number)
    }
    return number
  }

  private func intern(_ text: String) -> Int? {
    var text = text
    return text.withUTF8 { names.id(of: UnsafeRawBufferPointer($0)) }
  }

  private func grow() {
    let old = state.pointee
    var larger = State(size: old.slots.count * 2)
    for number in 0..<old.count { larger.keys[number] = old.keys[number] }
    larger.count = old.count
    larger.heldBytes = old.heldBytes
    larger.last = old.last
    old.slots.deallocate()
    old.keys.deallocate()
    state.pointee = larger
    for number in 0..<larger.count { place(number) }
  }

  private func place(_ number: Int) {
    let slots = state.pointee.slots
    var place = Int(truncatingIfNeeded: state.pointee.keys[number].hash) & (slots.count &- 1)
    while slots[place] != 0 { place = (place &+ 1) & (slots.count &- 1) }
    slots[place] = Int32(truncatingIfNeeded: number &+ 1)
  }

  /// Multiplies and folds eight bytes at a time; only speed depends on its quality.
  @inline(__always)
  private func hash(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var hash = seed ^ UInt64(truncatingIfNeeded: bytes.count)
    guard let base = bytes.baseAddress else { return hash }
    var index = 0
    while index &+ 8 <= bytes.count {
      hash = (hash ^ base.loadUnaligned(fromByteOffset: index, as: UInt64.self)) &* 0x9E37_79B9_7F4A_7C15
      hash ^= hash &>> 32
      index &+= 8
    }
    while index < bytes.count {
      hash = (hash ^ UInt64(base.load(fromByteOffset: index, as: UInt8.self))) &* 0x9E37_79B9_7F4A_7C15
      index &+= 1
    }
    return hash ^ (hash &>> 29)
  }
}
