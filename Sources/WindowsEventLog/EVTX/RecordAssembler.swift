/// Puts one record together from its template, its values and what they hold.
///
/// Follows Windows' own rendering: an element or attribute that depends on a null value is not there, an
/// element around an array is repeated for every item, XML inside a value stands in its place.
struct RecordAssembler {
  let bytes: ChunkBytes
  let templates: BinXMLTemplates
  /// Bytes of text this record may still expand to; counted down.
  private(set) var textLeft: Int
  private(set) var itemsLeft: Int
  /// Elements that may still be opened inside the one being read.
  private var depthLeft: Int
  private let valueBytes: Int
  /// Whether text was mended on the way.
  var isRepaired = false
  /// Fragments open, one inside the other; the record's own values have the store's first level.
  private var fragments = 0

  /// `textLeft` is what the chunk's records may still expand to, in bytes.
  init(_ bytes: ChunkBytes, templates: BinXMLTemplates, textLeft: Int) {
    self.bytes = bytes
    self.templates = templates
    let limits = templates.limits
    self.textLeft = min(EVTXLimits.textPerRecord, limits.recordBytes, textLeft)
    itemsLeft = min(EVTXLimits.itemsPerRecord, limits.fields)
    // Event stands around all that is read here.
    depthLeft = limits.depth - 1
    valueBytes = limits.valueBytes
  }

  /// The text of a value; XML in it gives its character data, an array its items with commas between.
  mutating func text(of value: BinXMLValue) throws(BinXMLFault) -> String {
    if value.type == .binXML {
      guard let fragment = try open(value) else { return "" }
      defer { close() }
      return try text(of: fragment, fragment.tree.all)
    }
    if value.type.isArray {
      var joined = ""
      for (index, item) in try items(of: value).enumerated() {
        if index > 0 { joined += "," }
        joined += try text(of: item)
      }
      return joined
    }
    let text = plainText(of: value)
    try spend(text)
    return text
  }

  @inline(__always)
  mutating func plainText(of value: BinXMLValue) -> String {
    switch value.type {
    case .string:
      return templates.texts.text(bytes.base + value.offset, units: value.size / 2, isRepaired: &isRepaired)
    case .sid:
      return templates.identifiers.text(of: bytes.unchecked(value.size, at: value.offset)) {
        var isRepaired = false
        return value.text(in: bytes, isRepaired: &isRepaired)
      }
    default: return value.text(in: bytes, isRepaired: &isRepaired)
    }
  }

  /// The text of pieces, that of elements among them included.
  mutating func text(
    of fragment: BinXMLFragment, _ span: BinXMLSpan
  ) throws(BinXMLFault) -> String {
    var joined = ""
    var place = span.start
    while place < span.end {
      let piece = fragment.tree[place]
      let text = try text(of: fragment, piece)
      // Most often there is one piece, whose text need not be copied.
      if joined.isEmpty { joined = text } else { joined += text }
      place = piece.end
    }
    return joined
  }

  private mutating func text(
    of fragment: BinXMLFragment, _ piece: BinXMLPiece
  ) throws(BinXMLFault) -> String {
    switch piece.kind {
    case .text: return try literal(piece, of: fragment)
    case .value, .optionalValue:
      guard let value = fragment.value(of: piece) else { return "" }
      return try text(of: value)
    case .element:
      try enter()
      defer { leave() }
      return fragment.has(piece) ? try text(of: fragment, fragment.tree.content(of: piece)) : ""
    case .instance:
      guard let inner = try open(piece, of: fragment) else { return "" }
      defer { close() }
      return try text(of: inner, inner.tree.all)
    case .attribute: return ""
    }
  }

  /// The characters of a text.
  mutating func literal(_ piece: BinXMLPiece, of fragment: BinXMLFragment) throws(BinXMLFault) -> String {
    let text = fragment.tree.string(piece)
    try spend(text)
    return text
  }

  /// The text of an attribute; nil where an optional null value takes it away.
  mutating func text(
    ofAttribute attribute: BinXMLPiece, of fragment: BinXMLFragment
  ) throws(BinXMLFault) -> String? {
    try count()
    let content = fragment.tree.content(of: attribute)
    if let only = fragment.tree.only(content), only.kind == .optionalValue,
      fragment.values[only.value]?.isNull ?? true
    {
      return nil
    }
    return try text(of: fragment, content)
  }

  /// The texts an element stands for: one, or one an item where it holds nothing but an array.
  mutating func texts(
    of element: BinXMLPiece, in fragment: BinXMLFragment
  ) throws(BinXMLFault) -> [String] {
    guard let array = fragment.array(in: element) else {
      return [try text(of: fragment, fragment.tree.content(of: element))]
    }
    var texts: [String] = []
    for item in try items(of: array) { texts.append(try text(of: item)) }
    return texts
  }

  /// The items of an array value.
  private mutating func items(of value: BinXMLValue) throws(BinXMLFault) -> [BinXMLValue] {
    let items = try value.items(in: bytes, limit: itemsLeft)
    itemsLeft -= items.count
    return items
  }

  /// Counts one element, and one more around what is read until `leave`.
  mutating func enter() throws(BinXMLFault) {
    try count()
    depthLeft -= 1
    guard depthLeft >= 0 else { throw .tooDeep }
  }

  mutating func leave() { depthLeft += 1 }

  /// Counts one element, attribute or item.
  mutating func count() throws(BinXMLFault) {
    itemsLeft -= 1
    guard itemsLeft >= 0 else { throw .tooManyItems }
  }

  /// Counts text the record expands to.
  @inline(__always)
  mutating func spend(_ text: String) throws(BinXMLFault) {
    guard spend(text.utf8.count) else { throw .tooLarge }
  }

  /// The same in bytes; false when they are too many.
  @inline(__always)
  mutating func spend(_ length: Int) -> Bool {
    textLeft -= length
    return textLeft >= 0 && length <= valueBytes
  }
}

/// XML inside values.
extension RecordAssembler {
  /// The XML that stands at the place of a piece, to be closed after use; nil when it is no XML.
  mutating func open(
    _ piece: BinXMLPiece, of fragment: BinXMLFragment
  ) throws(BinXMLFault) -> BinXMLFragment? {
    if piece.kind == .instance {
      let instance = fragment.tree.instances[Int(piece.value)]
      guard fragments < EVTXLimits.fragmentDepth, let room = templates.values.level(fragments + 1) else {
        throw .tooDeep
      }
      for (index, value) in instance.values.enumerated() { room[index] = value }
      return enter(instance.template, BinXMLValues(base: room, count: instance.values.count))
    }
    guard let value = fragment.value(of: piece), value.type == .binXML else { return nil }
    return try open(value)
  }

  /// The XML in a value, to be closed after use; nil when it is empty.
  mutating func open(_ value: BinXMLValue) throws(BinXMLFault) -> BinXMLFragment? {
    guard value.size > 0 else { return nil }
    guard fragments < EVTXLimits.fragmentDepth else { throw .tooDeep }
    let end = value.offset + value.size
    var position = value.offset
    if try bytes.uint8(at: position) == BinXMLToken.fragmentHeader { position += 4 }
    if position < end, try bytes.uint8(at: position) == BinXMLToken.templateInstance {
      // Nearly every value of this type: worth not making a tree of one piece for.
      let use = try templates.instance(bytes, at: &position, end: end, level: fragments + 1)
      return enter(templates.template(use.number), use.values)
    }
    var parser = BinXMLParser(
      bytes, from: value.offset, to: end, place: .value, names: templates.chunkNames,
      templates: templates, depth: depthLeft)
    let tree = try parser.fragment()
    if parser.isRepaired { isRepaired = true }
    fragments += 1
    return BinXMLFragment(tree: tree, values: .none)
  }

  private mutating func enter(_ template: BinXMLTemplate, _ values: BinXMLValues) -> BinXMLFragment {
    if template.isRepaired { isRepaired = true }
    fragments += 1
    return BinXMLFragment(tree: template.tree, values: values)
  }

  /// Leaves what was opened last.
  mutating func close() { fragments -= 1 }
}
