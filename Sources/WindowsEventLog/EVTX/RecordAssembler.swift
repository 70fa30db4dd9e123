/// Puts one record together from its template, its values and what they hold.
///
/// Follows Windows' own rendering: an element or attribute that depends on a null value is not there, an
/// element around an array is repeated for every item, XML inside a value stands in its place.
struct RecordAssembler {
  let bytes: ChunkBytes
  let templates: BinXMLTemplates
  /// Bytes of text this record may still expand to; counted down.
  var textLeft = EVTXLimits.textPerRecord
  private var itemsLeft = EVTXLimits.itemsPerRecord
  /// Whether text was mended on the way.
  var isRepaired = false
  private var fragmentDepth = 0

  init(_ bytes: ChunkBytes, templates: BinXMLTemplates) {
    self.bytes = bytes
    self.templates = templates
  }

  /// Whether the element that depends on a value is there.
  @inline(__always)
  func isPresent(_ element: BinXMLElement, _ values: [BinXMLValue]) -> Bool {
    let dependency = element.dependency
    return dependency < 0 || dependency >= values.count || !values[dependency].isNull
  }

  /// The text of a value; XML in it gives its character data, an array its items with commas between.
  mutating func text(of value: BinXMLValue) throws(BinXMLFault) -> String {
    if value.type == .binXML {
      var text = ""
      try withElements(in: value) { (self, content, values) throws(BinXMLFault) in
        text = try self.text(of: content, values)
      }
      return text
    }
    if value.type.isArray {
      var joined = ""
      for (index, item) in try items(of: value).enumerated() {
        if index > 0 { joined += "," }
        joined += try text(of: item)
      }
      return joined
    }
    let text = value.text(in: bytes, isRepaired: &isRepaired)
    try spend(text)
    return text
  }

  /// The text of pieces of content, that of elements among them included.
  mutating func text(
    of content: [BinXMLContent], _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> String {
    if content.count == 1 { return try text(of: content[0], values) }
    var joined = ""
    for piece in content { joined += try text(of: piece, values) }
    return joined
  }

  private mutating func text(
    of piece: BinXMLContent, _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> String {
    switch piece {
    case .text(let text):
      try spend(text)
      return text
    case .substitution(let index, _): return index < values.count ? try text(of: values[index]) : ""
    case .element(let element):
      try count()
      return isPresent(element, values) ? try text(of: element.content, values) : ""
    case .instance(let instance): return try text(of: instance.template.content, instance.values)
    }
  }

  /// The text of an attribute; nil where an optional null value takes it away.
  mutating func text(
    of attribute: BinXMLAttribute, _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> String? {
    try count()
    if attribute.content.count == 1, case .substitution(let index, true) = attribute.content[0],
      index >= values.count || values[index].isNull
    {
      return nil
    }
    return try text(of: attribute.content, values)
  }

  /// The texts an element stands for: one, or one an item where it holds nothing but an array.
  mutating func texts(
    of element: BinXMLElement, _ values: [BinXMLValue]
  ) throws(BinXMLFault) -> [String] {
    guard let array = array(in: element, values) else { return [try text(of: element.content, values)] }
    var texts: [String] = []
    for item in try items(of: array) { texts.append(try text(of: item)) }
    return texts
  }

  /// The array value an element holds and nothing else.
  func array(in element: BinXMLElement, _ values: [BinXMLValue]) -> BinXMLValue? {
    let index = element.soleValue
    guard index >= 0, index < values.count, values[index].type.isArray else { return nil }
    return values[index]
  }

  /// The items of an array value.
  mutating func items(of value: BinXMLValue) throws(BinXMLFault) -> [BinXMLValue] {
    let items = try value.items(in: bytes, limit: itemsLeft)
    itemsLeft -= items.count
    return items
  }

  /// Calls with the content of the XML in a value and the values that belong to it.
  mutating func withElements(
    in value: BinXMLValue,
    _ body: (inout RecordAssembler, [BinXMLContent], [BinXMLValue]) throws(BinXMLFault) -> Void
  ) throws(BinXMLFault) {
    guard value.size > 0 else { return }
    guard fragmentDepth < EVTXLimits.fragmentDepth else { throw .tooDeep }
    fragmentDepth += 1
    defer { fragmentDepth -= 1 }
    if try isInstanceAlone(value) {
      // Nearly every value of this type: worth not making a tree of one node for.
      var position = instancePosition(value)
      var values: [BinXMLValue] = []
      let template = try BinXMLInstance.read(
        bytes, at: &position, end: value.offset + value.size, templates: templates, into: &values)
      if template.isRepaired { isRepaired = true }
      return try body(&self, template.content, values)
    }
    var parser = BinXMLParser(
      bytes, from: value.offset, to: value.offset + value.size, place: .value, templates: templates)
    let content = try parser.fragment()
    if parser.isRepaired { isRepaired = true }
    try withElements(in: content, [], body)
  }

  /// Where a template instance in a value would start: behind the fragment's header, where it has one.
  private func instancePosition(_ value: BinXMLValue) -> Int {
    let hasHeader =
      bytes.base.load(fromByteOffset: value.offset, as: UInt8.self) == BinXMLToken.fragmentHeader
    return value.offset + (hasHeader ? 4 : 0)
  }

  private func isInstanceAlone(_ value: BinXMLValue) throws(BinXMLFault) -> Bool {
    let position = instancePosition(value)
    guard position < value.offset + value.size else { return false }
    return try bytes.uint8(at: position) == BinXMLToken.templateInstance
  }

  /// Calls with every run of content that shares one list of values.
  mutating func withElements(
    in content: [BinXMLContent], _ values: [BinXMLValue],
    _ body: (inout RecordAssembler, [BinXMLContent], [BinXMLValue]) throws(BinXMLFault) -> Void
  ) throws(BinXMLFault) {
    guard content.count == 1, case .instance(let instance) = content[0] else {
      return try body(&self, content, values)
    }
    if instance.template.isRepaired { isRepaired = true }
    try body(&self, instance.template.content, instance.values)
  }

  /// Counts one element, attribute or item.
  mutating func count() throws(BinXMLFault) {
    itemsLeft -= 1
    guard itemsLeft >= 0 else { throw .tooManyItems }
  }

  /// Counts text the record expands to.
  mutating func spend(_ text: String) throws(BinXMLFault) {
    textLeft -= text.utf8.count
    guard textLeft >= 0 else { throw .tooLarge }
  }
}
