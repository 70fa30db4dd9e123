/// A template definition, read once and used for every record made with it.
final class BinXMLTemplate {
  /// Bytes before a definition's tokens: offset of the next definition, GUID, size.
  static let headerSize = 24

  /// Bytes of the definition's tokens.
  let size: Int
  let tree: BinXMLTree
  /// Whether text in it was mended.
  let isRepaired: Bool
  /// Where the System values of an event made with this template are; nil when it makes no event.
  let layout: SystemLayout?
  /// The definition's bytes, header included.
  private let raw: [UInt8]
  /// The names it refers to, offsets relative to the definition, in order.
  private let names: [Name]

  /// A name and the place that refers to it.
  private struct Name {
    let field: Int
    let isInline: Bool
    /// Hash, length and characters.
    let stored: [UInt8]
  }

  /// Reads the definition at an offset whose header was checked.
  init(
    at offset: Int, size: Int, in bytes: ChunkBytes, names chunkNames: ChunkNames, headerNames: HeaderNames,
    depth: Int
  ) throws(BinXMLFault) {
    let start = offset + Self.headerSize
    var parser = BinXMLParser(
      bytes, from: start, to: start + size, place: .definition, names: chunkNames, templates: nil,
      depth: depth)
    self.size = size
    tree = try parser.fragment()
    isRepaired = parser.isRepaired
    layout = SystemLayout(tree, headerNames: headerNames)
    raw = Array(bytes.unchecked(Self.headerSize + size, at: offset))
    names = parser.names.map { reference in
      Name(
        field: reference.field - offset, isInline: reference.isInline,
        stored: Array(bytes.unchecked(4 + reference.units * 2, at: reference.name + 4)))
    }
  }

  /// Whether the definition at an offset, header and size checked, says exactly what this one says.
  ///
  /// Definitions are stored once a chunk, the same but for the offsets of names: those are compared by
  /// the names they lead to.
  func matches(_ bytes: ChunkBytes, at offset: Int) -> Bool {
    var done = 4
    for name in names {
      guard equal(bytes, at: offset, from: done, to: name.field) else { return false }
      let target = Int(bytes.unchecked32(at: offset &+ name.field))
      if name.isInline {
        guard target == offset &+ name.field &+ 4 else { return false }
        // Behind the offset comes the offset of the next name in the same hash bucket.
        done = name.field &+ 8
      } else {
        guard bytes.holds(4 &+ name.stored.count, at: target),
          name.stored.withUnsafeBytes({
            bytes.unchecked(at: target &+ 4, equals: $0)
          })
        else { return false }
        done = name.field &+ 4
      }
    }
    return equal(bytes, at: offset, from: done, to: raw.count)
  }

  @inline(__always)
  private func equal(_ bytes: ChunkBytes, at offset: Int, from start: Int, to end: Int) -> Bool {
    guard end > start else { return end == start }
    return raw.withUnsafeBytes {
      bytes.unchecked(
        at: offset &+ start, equals: UnsafeRawBufferPointer(rebasing: $0[start..<end]))
    }
  }
}
