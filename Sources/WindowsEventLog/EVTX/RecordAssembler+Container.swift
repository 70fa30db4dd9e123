/// What follows System: the event's own values.
extension RecordAssembler {
  /// Adds what an event holds to a record, except the piece at a place: its System element.
  mutating func addRest(
    _ fragment: BinXMLFragment, _ span: BinXMLSpan, except system: Int32 = -1, to record: inout EventRecord
  ) throws(BinXMLFault) {
    var place = span.start
    while place < span.end {
      let piece = fragment.tree[place]
      if piece.kind == .element {
        if place != system, fragment.has(piece) { try add(place, piece, fragment, to: &record) }
      } else if let inner = try open(piece, of: fragment) {
        defer { close() }
        try addRest(inner, inner.tree.all, to: &record)
      }
      place = piece.end
    }
  }

  private mutating func add(
    _ place: Int32, _ element: BinXMLPiece, _ fragment: BinXMLFragment, to record: inout EventRecord
  ) throws(BinXMLFault) {
    if element.role == .renderingInfo {
      if record.rendering == nil { record.rendering = try rendering(place, fragment) }
      return
    }
    guard record.container == .none, let kind = element.role.container else { return }
    try enter()
    defer { leave() }
    record.container = kind
    let content = fragment.tree.content(of: element)
    switch kind {
    case .eventData:
      if let attribute = fragment.tree.attribute("Name", of: place),
        let name = try text(ofAttribute: attribute, of: fragment), !name.isEmpty
      {
        record.dataName = name
      }
      try addData(fragment, content, to: &record)
    case .userData: record.userData = try children(of: fragment, content).first
    case .debugData: record.data = try namedTexts(fragment, content)
    case .binaryEventData: record.binary = try binary(element, fragment)
    case .processingErrorData: record.processingError = try namedTexts(fragment, content)
    case .none: break
    }
  }

  /// Adds the children of EventData, those inside values included.
  private mutating func addData(
    _ fragment: BinXMLFragment, _ span: BinXMLSpan, to record: inout EventRecord
  ) throws(BinXMLFault) {
    let tree = fragment.tree
    if record.data.isEmpty, tree.elements > 1 { record.data.reserveCapacity(Int(tree.elements)) }
    var place = span.start
    while place < span.end {
      let piece = tree[place]
      if piece.kind == .element {
        if fragment.has(piece) { try addItem(place, piece, fragment, to: &record) }
      } else if let inner = try open(piece, of: fragment) {
        defer { close() }
        try addData(inner, inner.tree.all, to: &record)
      }
      place = piece.end
    }
  }

  private mutating func addItem(
    _ place: Int32, _ element: BinXMLPiece, _ fragment: BinXMLFragment, to record: inout EventRecord
  ) throws(BinXMLFault) {
    try enter()
    defer { leave() }
    if element.role == .binary, record.binary == nil, let bytes = try binary(element, fragment) {
      record.binary = bytes
      return
    }
    let name = try itemName(place, element, fragment)
    if let value = fragment.soleValue(of: element) {
      guard value.type.isArray else {
        record.data.append(.init(name: name, value: FieldText.value(try text(of: value))))
        return
      }
      for text in try texts(of: element, in: fragment) {
        record.data.append(.init(name: name, value: FieldText.value(text)))
      }
    } else {
      let text = try text(of: fragment, fragment.tree.content(of: element))
      record.data.append(.init(name: name, value: FieldText.value(text)))
    }
  }

  /// The Name attribute of Data and ComplexData, the element's own name for any other.
  @inline(__always)
  mutating func itemName(
    _ place: Int32, _ element: BinXMLPiece, _ fragment: BinXMLFragment
  ) throws(BinXMLFault) -> String? {
    guard element.role == .data else { return fragment.tree.string(element) }
    if element.literalName >= 0 {
      let literal = fragment.tree.strings[Int(element.literalName)]
      return literal.isEmpty ? nil : literal
    }
    guard element.content > place + 1, let attribute = fragment.tree.attribute("Name", of: place) else {
      return nil
    }
    let name = try text(ofAttribute: attribute, of: fragment)
    return name?.isEmpty == true ? nil : name
  }

  /// The bytes of an element whose value is binary or hexadecimal text; nil when they are neither.
  private mutating func binary(
    _ element: BinXMLPiece, _ fragment: BinXMLFragment
  ) throws(BinXMLFault) -> [UInt8]? {
    if let value = fragment.soleValue(of: element), value.type == .binary {
      return Array(bytes.unchecked(value.size, at: value.offset))
    }
    let text = try text(of: fragment, fragment.tree.content(of: element))
    return BinaryText.decode(text, prefersBase64: false)
  }

  private mutating func namedTexts(
    _ fragment: BinXMLFragment, _ span: BinXMLSpan
  ) throws(BinXMLFault) -> [EventRecord.DataItem] {
    try children(of: fragment, span).map {
      .init(name: $0.name, value: FieldText.value($0.fullText))
    }
  }

  private mutating func rendering(
    _ place: Int32, _ fragment: BinXMLFragment
  ) throws(BinXMLFault) -> EventRecord.RenderingInfo {
    var rendering = EventRecord.RenderingInfo()
    if let attribute = fragment.tree.attribute("Culture", of: place) {
      rendering.culture = try text(ofAttribute: attribute, of: fragment)
    }
    let content = fragment.tree.content(of: fragment.tree[place])
    for child in try children(of: fragment, content) where child.name == "Message" {
      let message = FieldText.value(child.fullText)
      rendering.message = message.isEmpty ? nil : message
      break
    }
    return rendering
  }
}
