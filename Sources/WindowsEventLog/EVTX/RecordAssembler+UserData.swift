/// Elements of a provider's own structure.
extension RecordAssembler {
  /// The elements among pieces, those inside values included, arrays repeated.
  mutating func children(
    of fragment: BinXMLFragment, _ span: BinXMLSpan
  ) throws(BinXMLFault) -> [UserDataElement] {
    var elements: [UserDataElement] = []
    try addChildren(of: fragment, span, to: &elements)
    return elements
  }

  private mutating func addChildren(
    of fragment: BinXMLFragment, _ span: BinXMLSpan, to elements: inout [UserDataElement]
  ) throws(BinXMLFault) {
    var place = span.start
    while place < span.end {
      let piece = fragment.tree[place]
      if piece.kind == .element {
        if fragment.has(piece) { try add(place, piece, fragment, to: &elements) }
      } else if let inner = try open(piece, of: fragment) {
        defer { close() }
        try addChildren(of: inner, inner.tree.all, to: &elements)
      }
      place = piece.end
    }
  }

  private mutating func add(
    _ place: Int32, _ element: BinXMLPiece, _ fragment: BinXMLFragment,
    to elements: inout [UserDataElement]
  ) throws(BinXMLFault) {
    try enter()
    defer { leave() }
    let tree = fragment.tree
    var made = UserDataElement(name: tree.string(element))
    var attribute = place + 1
    while attribute < element.content {
      let piece = tree[attribute]
      if let text = try text(ofAttribute: piece, of: fragment) {
        made.attributes.append(.init(name: tree.string(piece), value: text))
      }
      attribute = piece.end
    }
    if let value = fragment.soleValue(of: element), value.type != .binXML {
      guard value.type.isArray else {
        made.text = FieldText.value(try text(of: value))
        elements.append(made)
        return
      }
      for text in try texts(of: element, in: fragment) {
        made.text = FieldText.value(text)
        elements.append(made)
      }
      return
    }
    let content = tree.content(of: element)
    made.children = try children(of: fragment, content)
    let text = try ownText(of: fragment, content)
    made.text = made.children.isEmpty ? FieldText.value(text) : FieldText.betweenElements(text)
    elements.append(made)
  }

  /// The character data directly in an element, that of child elements left out.
  private mutating func ownText(
    of fragment: BinXMLFragment, _ span: BinXMLSpan
  ) throws(BinXMLFault) -> String {
    var joined = ""
    var place = span.start
    while place < span.end {
      let piece = fragment.tree[place]
      if piece.kind == .text {
        joined += try literal(piece, of: fragment)
      } else if let value = fragment.value(of: piece), value.type != .binXML {
        joined += try text(of: value)
      }
      place = piece.end
    }
    return joined
  }
}
