/// A template by its number, and the values of one use of it.
struct BinXMLUse {
  let number: Int
  let values: BinXMLValues
}

extension BinXMLTemplates {
  /// Reads a template instance whose token is at `position`, and moves behind it.
  ///
  /// Its definition stands right here where the chunk uses it for the first time, else further up. Its
  /// values are valid until another instance is read on the same level.
  @inline(__always)
  func instance(
    _ bytes: ChunkBytes, at position: inout Int, end: Int, level: Int
  ) throws(BinXMLFault) -> BinXMLUse {
    guard position &+ 10 <= end else { throw .outOfBounds }
    try bytes.check(10, at: position)
    let identifier = bytes.unchecked32(at: position &+ 2)
    let definition = Int(bytes.unchecked32(at: position &+ 6))
    let number = try number(at: definition, identifier: identifier, in: bytes)
    var place = position &+ 10
    if definition == place { place &+= BinXMLTemplate.headerSize &+ size(number) }
    guard place &+ 4 <= end else { throw .outOfBounds }
    let count = Int(try bytes.uint32(at: place))
    place &+= 4
    guard count <= EVTXLimits.values else { throw .tooManyItems }
    guard place &+ 4 &* count <= end else { throw .outOfBounds }
    try bytes.check(4 &* count, at: place)
    guard let room = values.level(level) else { throw .tooDeep }
    var data = place &+ 4 &* count
    var index = 0
    while index < count {
      let descriptor = bytes.unchecked32(at: place &+ 4 &* index)
      let size = Int(descriptor & 0xFFFF)
      let type = BinXMLValueType(rawValue: UInt8(truncatingIfNeeded: descriptor &>> 16))
      room[index] = BinXMLValue(offset: data, size: size, type: type)
      data &+= size
      index &+= 1
    }
    guard data <= end, data <= bytes.count else { throw .outOfBounds }
    position = data
    return BinXMLUse(number: number, values: BinXMLValues(base: room, count: count))
  }

  /// The same as a value to keep, for a tree.
  func keptInstance(
    _ bytes: ChunkBytes, at position: inout Int, end: Int
  ) throws(BinXMLFault) -> BinXMLInstance {
    // The last level is nobody else's: the values leave it at once.
    let use = try instance(bytes, at: &position, end: end, level: BinXMLValueStore.levels - 1)
    return BinXMLInstance(
      template: template(use.number),
      values: Array(UnsafeBufferPointer(start: use.values.base, count: use.values.count)))
  }
}
