/// A tree and the values that go into it.
struct BinXMLFragment {
  let tree: BinXMLTree
  let values: BinXMLValues

  /// The value at the place of a piece; nil when the piece is none or the value is missing.
  @inline(__always)
  func value(of piece: BinXMLPiece) -> BinXMLValue? {
    piece.kind == .value || piece.kind == .optionalValue ? values[piece.value] : nil
  }

  /// The value that is all an element holds; nil when it holds anything else.
  @inline(__always)
  func soleValue(of element: BinXMLPiece) -> BinXMLValue? { values[element.value] }

  /// The array that an element holds and nothing else.
  @inline(__always)
  func array(in element: BinXMLPiece) -> BinXMLValue? {
    guard let value = soleValue(of: element), value.type.isArray else { return nil }
    return value
  }

  /// Whether an element is there.
  @inline(__always)
  func has(_ element: BinXMLPiece) -> Bool { values.allow(element.dependency) }
}
