/// Reads the tokens of one fragment into elements.
///
/// A fragment is a template's definition, what a record holds, or a value of type BinXml. It is read
/// once for a template and once a record for the rest.
struct BinXMLParser {
  /// Where the fragment stands, which decides what its elements look like and may hold.
  enum Place {
    /// A template's definition: may not hold template instances.
    case definition
    /// Directly in a record.
    case record
    /// In a substitution value.
    case value
  }

  let bytes: ChunkBytes
  let place: Place
  /// Templates of the chunk; nil in a definition.
  let templates: BinXMLTemplates?
  /// The end of the fragment, an offset in the chunk.
  let end: Int
  /// The offset of the next token.
  var position: Int
  /// Names met, when they are recorded to know the template again in another chunk.
  var names: [BinXMLNameReference] = []
  /// Whether text was mended on the way.
  var isRepaired = false
  private var items = 0

  init(_ bytes: ChunkBytes, from start: Int, to end: Int, place: Place, templates: BinXMLTemplates?) {
    self.bytes = bytes
    self.place = place
    self.templates = templates
    self.end = min(end, bytes.count)
    position = start
  }

  /// Reads to the end of the fragment.
  mutating func fragment() throws(BinXMLFault) -> [BinXMLContent] {
    var content: [BinXMLContent] = []
    while position < end {
      let token = try peek()
      switch token & BinXMLToken.mask {
      case BinXMLToken.endOfFragment: return content
      case BinXMLToken.fragmentHeader: try skip(4)
      default: try piece(token, into: &content, depth: 0)
      }
    }
    return content
  }

  /// Reads an element whose first token is next.
  private mutating func element(_ token: UInt8, depth: Int) throws(BinXMLFault) -> BinXMLElement {
    guard depth < EVTXLimits.elementDepth else { throw .tooDeep }
    try count()
    try skip(1)
    var dependency = -1
    if hasDependency {
      let index = try bytes.uint16(at: position)
      dependency = index == 0xFFFF ? -1 : Int(index)
      try skip(2)
    }
    try skip(4)
    let name = try name()
    var attributes: [BinXMLAttribute] = []
    if token & BinXMLToken.moreFollows != 0 {
      try skip(4)
      while try peek() & BinXMLToken.mask == BinXMLToken.attribute {
        if let attribute = try attribute() { attributes.append(attribute) }
      }
    }
    var content: [BinXMLContent] = []
    switch try peek() {
    case BinXMLToken.closeEmptyElement: try skip(1)
    case BinXMLToken.closeStartElement:
      try skip(1)
      while true {
        let token = try peek()
        if token == BinXMLToken.endElement { break }
        try piece(token, into: &content, depth: depth + 1)
      }
      try skip(1)
    default: throw .unexpectedToken
    }
    return BinXMLElement(
      name: Self.localName(name), dependency: dependency, attributes: attributes, content: content)
  }

  /// Reads an attribute; nil for a namespace declaration.
  private mutating func attribute() throws(BinXMLFault) -> BinXMLAttribute? {
    try count()
    try skip(1)
    let name = try name()
    var content: [BinXMLContent] = []
    while true {
      let token = try peek()
      switch token & BinXMLToken.mask {
      case BinXMLToken.value, BinXMLToken.cdataSection, BinXMLToken.characterReference,
        BinXMLToken.entityReference, BinXMLToken.normalSubstitution,
        BinXMLToken.optionalSubstitution:
        try piece(token, into: &content, depth: 0)
      default:
        if name == "xmlns" || name.hasPrefix("xmlns:") { return nil }
        return BinXMLAttribute(name: Self.localName(name), content: content)
      }
    }
  }

  /// Reads one piece of content whose first token is next.
  private mutating func piece(
    _ token: UInt8, into content: inout [BinXMLContent], depth: Int
  ) throws(BinXMLFault) {
    switch token & BinXMLToken.mask {
    case BinXMLToken.openStartElement: content.append(.element(try element(token, depth: depth)))
    case BinXMLToken.value:
      // One byte of type, always a string, stands before the length.
      try skip(2)
      content.append(.text(try text()))
    case BinXMLToken.cdataSection:
      try skip(1)
      content.append(.text(try text()))
    case BinXMLToken.characterReference:
      content.append(.text(try characterReference()))
    case BinXMLToken.entityReference:
      try skip(1)
      content.append(.text(Self.entity(try name())))
    case BinXMLToken.normalSubstitution, BinXMLToken.optionalSubstitution:
      let index = Int(try bytes.uint16(at: position + 1))
      let isOptional = token & BinXMLToken.mask == BinXMLToken.optionalSubstitution
      try skip(4)
      content.append(.substitution(index, isOptional: isOptional))
    case BinXMLToken.processingInstructionTarget:
      try skip(1)
      _ = try name()
    case BinXMLToken.processingInstructionData:
      try skip(1)
      _ = try text()
    case BinXMLToken.templateInstance:
      // A definition that holds instances could hold itself.
      guard let templates, place != .definition else { throw .unexpectedToken }
      try count()
      var values: [BinXMLValue] = []
      let template = try BinXMLInstance.read(
        bytes, at: &position, end: end, templates: templates, into: &values)
      content.append(.instance(BinXMLInstance(template: template, values: values)))
    default: throw .unexpectedToken
    }
  }

  /// Whether a dependency identifier follows the token of the element behind whose token this stands.
  ///
  /// The published descriptions say it is missing in values. Forwarded events lack it in records too,
  /// and some writers put it everywhere: where only one reading leads to a name, that one is right.
  private var hasDependency: Bool {
    let isNamedWith = BinXMLNameReference.isName(bytes, referredToAt: position + 6)
    let isNamedWithout = BinXMLNameReference.isName(bytes, referredToAt: position + 4)
    if isNamedWith != isNamedWithout { return isNamedWith }
    return place != .value
  }

  private mutating func count() throws(BinXMLFault) {
    items += 1
    guard items <= EVTXLimits.itemsPerRecord else { throw .tooManyItems }
  }

  func peek() throws(BinXMLFault) -> UInt8 {
    guard position < end else { throw .outOfBounds }
    return try bytes.uint8(at: position)
  }

  mutating func skip(_ length: Int) throws(BinXMLFault) {
    guard position + length <= end else { throw .outOfBounds }
    position += length
  }
}
