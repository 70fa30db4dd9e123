/// The items of array values.
extension BinXMLValue {
  /// The items, each as a value of its own; strings end with a zero character.
  ///
  /// Items of a width that does not divide the size, and types whose items have no fixed width and no
  /// end, come as one item.
  func items(in bytes: ChunkBytes, limit: Int) throws(BinXMLFault) -> [BinXMLValue] {
    switch type.element {
    case .string: return try strings(in: bytes, unit: 2, limit: limit)
    case .ansiString: return try strings(in: bytes, unit: 1, limit: limit)
    case .sid: return try identifiers(in: bytes, limit: limit)
    default: break
    }
    let width = type.element == .bool ? 4 : type.element.width ?? 0
    guard width > 0, size % width == 0 else {
      return [BinXMLValue(offset: offset, size: size, type: type.element)]
    }
    guard size / width <= limit else { throw .tooManyItems }
    return (0..<size / width).map {
      BinXMLValue(offset: offset + $0 * width, size: width, type: type.element)
    }
  }

  private func strings(
    in bytes: ChunkBytes, unit: Int, limit: Int
  ) throws(BinXMLFault) -> [BinXMLValue] {
    var items: [BinXMLValue] = []
    var start = offset
    var place = offset
    let end = offset + size - size % unit
    while place < end {
      let isEnd =
        unit == 2
        ? bytes.unchecked16(at: place) == 0
        : bytes.base.load(fromByteOffset: place, as: UInt8.self) == 0
      if isEnd {
        items.append(BinXMLValue(offset: start, size: place - start, type: type.element))
        start = place + unit
      }
      place += unit
      guard items.count <= limit else { throw .tooManyItems }
    }
    if start < end { items.append(BinXMLValue(offset: start, size: end - start, type: type.element)) }
    return items
  }

  private func identifiers(in bytes: ChunkBytes, limit: Int) throws(BinXMLFault) -> [BinXMLValue] {
    var items: [BinXMLValue] = []
    var place = offset
    let end = offset + size
    while place + 8 <= end {
      let length = 8 + 4 * Int(bytes.base.load(fromByteOffset: place + 1, as: UInt8.self))
      guard place + length <= end else { break }
      items.append(BinXMLValue(offset: place, size: length, type: .sid))
      place += length
      guard items.count <= limit else { throw .tooManyItems }
    }
    if place < end { items.append(BinXMLValue(offset: place, size: end - place, type: .binary)) }
    return items
  }
}
