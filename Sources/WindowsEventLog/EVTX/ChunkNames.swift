/// A name of an element or attribute as a chunk stores it.
struct BinXMLName {
  /// The name without any prefix; an attribute's own name when it declares a namespace.
  var local: String
  var role: BinXMLRole
  /// Whether an attribute of this name declares a namespace.
  var isDeclaration: Bool
  /// Whether text was mended.
  var isRepaired: Bool
  /// UTF-16 units as stored.
  var units: Int
}

/// The names of a chunk met so far: every element refers to its name by offset, and names are few.
final class ChunkNames {
  private struct Place {
    var offset: Int32 = -1
    /// The chunk it was met in.
    var chunk: UInt32 = 0
    /// Its number among the names.
    var name: Int32 = -1
    var isStored = false
  }

  /// Places of the table; names whose offsets share one push each other out.
  private static let places = 1024

  private let table: UnsafeMutablePointer<Place>
  private var names: [BinXMLName] = []
  private var chunk: UInt32 = 0

  init() {
    table = .allocate(capacity: Self.places)
    table.initialize(repeating: Place(), count: Self.places)
  }

  deinit { table.deallocate() }

  /// Forgets the names of the last chunk.
  func startChunk() {
    chunk &+= 1
    names.removeAll(keepingCapacity: true)
  }

  /// The name at an offset; throws where no name can be.
  func name(at offset: Int, in bytes: ChunkBytes) throws(BinXMLFault) -> BinXMLName {
    let place = table + (offset & (Self.places &- 1))
    if Int(place.pointee.offset) == offset, place.pointee.chunk == chunk {
      return names[Int(place.pointee.name)]
    }
    let units = Int(try bytes.uint16(at: offset + 6))
    try bytes.check(units * 2, at: offset + 8)
    var isRepaired = false
    let full = UTF16Text.string(bytes.base + offset + 8, units: units, isRepaired: &isRepaired)
    let local = Self.localName(full)
    let name = BinXMLName(
      local: local, role: BinXMLRole(local), isDeclaration: full == "xmlns" || full.hasPrefix("xmlns:"),
      isRepaired: isRepaired, units: units)
    // A crafted chunk can have a name at every offset.
    if names.count < Self.places * 4 {
      let isStored = isStored(at: offset, in: bytes)
      place.pointee = Place(
        offset: Int32(truncatingIfNeeded: offset), chunk: chunk,
        name: Int32(truncatingIfNeeded: names.count), isStored: isStored)
      names.append(name)
    }
    return name
  }

  /// Whether the four bytes at an offset refer to something that is stored as a name is.
  func isName(_ bytes: ChunkBytes, referredToAt field: Int) -> Bool {
    guard bytes.holds(4, at: field) else { return false }
    let offset = Int(bytes.unchecked32(at: field))
    let place = table[offset & (Self.places &- 1)]
    if Int(place.offset) == offset, place.chunk == chunk { return place.isStored }
    return isStored(at: offset, in: bytes)
  }

  /// A name is followed by a zero unit and carries a hash of its units: 65599 times the hash so far
  /// plus the unit, the lower 16 bits kept.
  private func isStored(at offset: Int, in bytes: ChunkBytes) -> Bool {
    guard bytes.holds(10, at: offset) else { return false }
    let units = Int(bytes.unchecked16(at: offset + 6))
    guard units > 0, bytes.holds(10 + units * 2, at: offset),
      bytes.unchecked16(at: offset + 8 + units * 2) == 0
    else { return false }
    var hash: UInt32 = 0
    for index in 0..<units {
      hash = hash &* 65_599 &+ UInt32(bytes.unchecked16(at: offset + 8 + index * 2))
    }
    return UInt16(truncatingIfNeeded: hash) == bytes.unchecked16(at: offset + 4)
  }

  /// A name without its prefix.
  private static func localName(_ name: String) -> String {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.index(after: colon)...])
  }
}
