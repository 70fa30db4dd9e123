extension BinXMLInstance {
  /// Reads a template instance whose token is at `position`, and moves behind it.
  ///
  /// Its definition stands right here where the chunk uses it for the first time, else further up.
  static func read(
    _ bytes: ChunkBytes, at position: inout Int, end: Int, templates: BinXMLTemplates,
    into values: inout [BinXMLValue]
  ) throws(BinXMLFault) -> BinXMLTemplate {
    guard position &+ 10 <= end else { throw .outOfBounds }
    try bytes.check(10, at: position)
    let identifier = bytes.unchecked32(at: position &+ 2)
    let definition = Int(bytes.unchecked32(at: position &+ 6))
    let template = try templates.template(at: definition, identifier: identifier, in: bytes)
    position &+= 10
    if definition == position { position &+= BinXMLTemplate.headerSize &+ template.size }
    guard position &+ 4 <= end else { throw .outOfBounds }
    let count = Int(try bytes.uint32(at: position))
    position &+= 4
    guard count <= EVTXLimits.values else { throw .tooManyItems }
    guard position &+ 4 &* count <= end else { throw .outOfBounds }
    try bytes.check(4 &* count, at: position)
    var data = position &+ 4 &* count
    values.reserveCapacity(count)
    var index = 0
    while index < count {
      let descriptor = bytes.unchecked32(at: position &+ 4 &* index)
      let size = Int(descriptor & 0xFFFF)
      let type = BinXMLValueType(rawValue: UInt8(truncatingIfNeeded: descriptor &>> 16))
      values.append(BinXMLValue(offset: data, size: size, type: type))
      data &+= size
      index &+= 1
    }
    guard data <= end, data <= bytes.count else { throw .outOfBounds }
    position = data
    return template
  }
}
