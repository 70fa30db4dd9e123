/// Names and literal text.
extension BinXMLParser {
  /// Reads an offset of a name, and the name itself where it stands right behind its offset.
  mutating func name() throws(BinXMLFault) -> String {
    let field = position
    let offset = Int(try bytes.uint32(at: field))
    try skip(4)
    let units = Int(try bytes.uint16(at: offset + 6))
    try bytes.check(units * 2, at: offset + 8)
    let isInline = offset == position
    // Next offset, hash, length, characters, a zero unit.
    if isInline { try skip(8 + units * 2 + 2) }
    if place == .definition {
      names.append(BinXMLNameReference(field: field, name: offset, units: units, isInline: isInline))
    }
    return UTF16Text.string(bytes.base + offset + 8, units: units, isRepaired: &isRepaired)
  }

  /// Reads a length in characters and as many characters.
  mutating func text() throws(BinXMLFault) -> String {
    let units = Int(try bytes.uint16(at: position))
    let start = position + 2
    try skip(2 + units * 2)
    return UTF16Text.string(bytes.base + start, units: units, isRepaired: &isRepaired)
  }

  /// Reads a character reference.
  mutating func characterReference() throws(BinXMLFault) -> String {
    let start = position + 1
    try skip(3)
    return UTF16Text.string(bytes.base + start, units: 1, isRepaired: &isRepaired)
  }

  /// The character one of XML's five entities stands for; of any other entity, its reference.
  static func entity(_ name: String) -> String {
    switch name {
    case "lt": "<"
    case "gt": ">"
    case "amp": "&"
    case "quot": "\""
    case "apos": "'"
    default: "&\(name);"
    }
  }

  /// A name without its prefix.
  static func localName(_ name: String) -> String {
    guard let colon = name.utf8.lastIndex(of: UInt8(ascii: ":")) else { return name }
    return String(name[name.index(after: colon)...])
  }
}

/// Where a template refers to a name.
struct BinXMLNameReference {
  /// Where the offset of the name stands.
  var field: Int
  /// The offset of the name.
  var name: Int
  /// UTF-16 units of the name.
  var units: Int
  /// Whether the name stands right behind its offset.
  var isInline: Bool

  /// Whether the four bytes at an offset refer to something that is stored as a name is.
  ///
  /// A name is followed by a zero unit and carries a hash of its units: 65599 times the hash so far
  /// plus the unit, the lower 16 bits kept.
  static func isName(_ bytes: ChunkBytes, referredToAt field: Int) -> Bool {
    guard bytes.holds(4, at: field) else { return false }
    let offset = Int(bytes.unchecked32(at: field))
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
}
