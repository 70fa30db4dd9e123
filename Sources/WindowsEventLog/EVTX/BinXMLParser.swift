/// Reads the tokens of one fragment into a tree.
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
  let chunkNames: ChunkNames
  /// Elements within elements allowed.
  let depth: Int
  /// The end of the fragment, an offset in the chunk.
  let end: Int
  /// The offset of the next token.
  var position: Int
  /// Names met, when they are recorded to know the template again in another chunk.
  var names: [BinXMLNameReference] = []
  /// Whether text was mended on the way.
  var isRepaired = false
  private var items = 0
  private var builder = BinXMLTreeBuilder()

  init(
    _ bytes: ChunkBytes, from start: Int, to end: Int, place: Place, names: ChunkNames,
    templates: BinXMLTemplates?, depth: Int
  ) {
    self.bytes = bytes
    self.place = place
    chunkNames = names
    self.templates = templates
    self.depth = min(depth, EVTXLimits.elementDepth)
    self.end = min(end, bytes.count)
    position = start
  }

  /// Reads to the end of the fragment.
  mutating func fragment() throws(BinXMLFault) -> BinXMLTree {
    while position < end {
      let token = try peek()
      switch token & BinXMLToken.mask {
      case BinXMLToken.endOfFragment: return BinXMLTree(builder)
      case BinXMLToken.fragmentHeader: try skip(4)
      default: try piece(token, depth: 0)
      }
    }
    return BinXMLTree(builder)
  }

  /// Reads an element whose first token is next.
  private mutating func element(_ token: UInt8, depth: Int) throws(BinXMLFault) {
    guard depth < self.depth else { throw .tooDeep }
    try count()
    try skip(1)
    var dependency = -1
    if hasDependency {
      let index = try bytes.uint16(at: position)
      dependency = index == 0xFFFF ? -1 : Int(index)
      try skip(2)
    }
    try skip(4)
    let element = builder.open(element: try name(), dependency: dependency)
    if token & BinXMLToken.moreFollows != 0 {
      try skip(4)
      while try peek() & BinXMLToken.mask == BinXMLToken.attribute { try attribute() }
    }
    builder.beginContent(of: element)
    switch try peek() {
    case BinXMLToken.closeEmptyElement: try skip(1)
    case BinXMLToken.closeStartElement:
      try skip(1)
      while true {
        let token = try peek()
        if token == BinXMLToken.endElement { break }
        try piece(token, depth: depth + 1)
      }
      try skip(1)
    default: throw .unexpectedToken
    }
    builder.close(element: element)
  }

  /// Reads an attribute; a namespace declaration is left out.
  private mutating func attribute() throws(BinXMLFault) {
    try count()
    try skip(1)
    let name = try name()
    let attribute = builder.open(attribute: name.local)
    while true {
      let token = try peek()
      switch token & BinXMLToken.mask {
      case BinXMLToken.value, BinXMLToken.cdataSection, BinXMLToken.characterReference,
        BinXMLToken.entityReference, BinXMLToken.normalSubstitution,
        BinXMLToken.optionalSubstitution:
        try piece(token, depth: 0)
      default:
        if name.isDeclaration {
          builder.drop(from: attribute)
        } else {
          builder.close(attribute: attribute)
        }
        return
      }
    }
  }

  /// Reads one piece of content whose first token is next.
  private mutating func piece(_ token: UInt8, depth: Int) throws(BinXMLFault) {
    switch token & BinXMLToken.mask {
    case BinXMLToken.openStartElement: try element(token, depth: depth)
    case BinXMLToken.value:
      // One byte of type, always a string, stands before the length.
      try skip(2)
      builder.text(try text())
    case BinXMLToken.cdataSection:
      try skip(1)
      builder.text(try text())
    case BinXMLToken.characterReference: builder.text(try characterReference())
    case BinXMLToken.entityReference:
      try skip(1)
      builder.text(Self.entity(try name().local))
    case BinXMLToken.normalSubstitution, BinXMLToken.optionalSubstitution:
      let index = Int(try bytes.uint16(at: position + 1))
      let isOptional = token & BinXMLToken.mask == BinXMLToken.optionalSubstitution
      try skip(4)
      builder.value(index, isOptional: isOptional)
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
      builder.instance(try templates.keptInstance(bytes, at: &position, end: end))
    default: throw .unexpectedToken
    }
  }

  /// Whether a dependency identifier follows the token of the element behind whose token this stands.
  ///
  /// The published descriptions say it is missing in values. Forwarded events lack it in records too,
  /// and some writers put it everywhere: where only one reading leads to a name, that one is right.
  private var hasDependency: Bool {
    let isNamedWith = chunkNames.isName(bytes, referredToAt: position + 6)
    let isNamedWithout = chunkNames.isName(bytes, referredToAt: position + 4)
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
