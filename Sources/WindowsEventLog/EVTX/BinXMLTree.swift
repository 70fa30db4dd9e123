/// The elements, attributes and text of one fragment, as a row of pieces in document order.
///
/// Attributes stand right behind their element, then what it holds. A template's tree is walked for every
/// record made with it.
final class BinXMLTree {
  let pieces: UnsafeMutablePointer<BinXMLPiece>
  let count: Int32
  /// How many of the pieces are elements.
  let elements: Int32
  let strings: [String]
  /// The template instances among the pieces; none in a template.
  let instances: [BinXMLInstance]

  init(_ builder: BinXMLTreeBuilder) {
    count = Int32(builder.pieces.count)
    elements = builder.elements
    strings = builder.strings
    instances = builder.instances
    let pieces = UnsafeMutablePointer<BinXMLPiece>.allocate(capacity: max(1, builder.pieces.count))
    builder.pieces.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { pieces.initialize(from: base, count: source.count) }
    }
    self.pieces = pieces
  }

  deinit { pieces.deallocate() }

  /// Every piece.
  var all: BinXMLSpan { BinXMLSpan(start: 0, end: count) }

  @inline(__always)
  subscript(place: Int32) -> BinXMLPiece { pieces[Int(place)] }

  /// The name of an element or attribute, or the characters of a text.
  @inline(__always)
  func string(_ piece: BinXMLPiece) -> String { strings[Int(piece.string)] }

  /// What an element or attribute holds.
  @inline(__always)
  func content(of piece: BinXMLPiece) -> BinXMLSpan { BinXMLSpan(start: piece.content, end: piece.end) }

  /// The attribute of that name of the element at a place; nil when it has none.
  func attribute(_ name: String, of place: Int32) -> BinXMLPiece? {
    let element = self[place]
    var next = place + 1
    while next < element.content {
      let piece = self[next]
      if string(piece) == name { return piece }
      next = piece.end
    }
    return nil
  }

  /// The only piece of a span; nil when there are none or several.
  func only(_ span: BinXMLSpan) -> BinXMLPiece? {
    guard span.start < span.end else { return nil }
    let piece = self[span.start]
    return piece.end == span.end ? piece : nil
  }
}

/// A template together with the values of one use of it.
struct BinXMLInstance {
  let template: BinXMLTemplate
  let values: [BinXMLValue]
}
