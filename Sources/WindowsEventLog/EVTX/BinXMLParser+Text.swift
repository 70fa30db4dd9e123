/// Names and literal text.
extension BinXMLParser {
  /// Reads an offset of a name, and the name itself where it stands right behind its offset.
  mutating func name() throws(BinXMLFault) -> BinXMLName {
    let field = position
    let offset = Int(try bytes.uint32(at: field))
    try skip(4)
    let name = try chunkNames.name(at: offset, in: bytes)
    if name.isRepaired { isRepaired = true }
    let isInline = offset == position
    // Next offset, hash, length, characters, a zero unit.
    if isInline { try skip(8 + name.units * 2 + 2) }
    if place == .definition {
      names.append(
        BinXMLNameReference(field: field, name: offset, units: name.units, isInline: isInline))
    }
    return name
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
}
