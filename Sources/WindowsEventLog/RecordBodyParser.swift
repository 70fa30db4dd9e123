/// Reads what follows System in one record, in place.
///
/// It takes what exporters write and declines (nil) everything else, for libxml2 to decide. What it
/// yields, libxml2 yields too: a property test and a fuzz test hold that.
struct RecordBodyParser {
  let text: PaddedText
  let reader: PlainTextReader
  private let names: InternTable
  private let limits: ReaderLimits
  let end: Int
  /// Elements and attributes met; those of System are allowed for.
  var fields = 40

  /// Depth beyond which libxml2 reads the record.
  private static let depthLimit = 24

  init(_ text: PaddedText, frame: ByteRange, names: InternTable, limits: ReaderLimits) {
    self.text = text
    self.names = names
    self.limits = limits
    end = frame.end
    reader = PlainTextReader(text: text, end: frame.end, valueLimit: limits.valueBytes)
  }

  /// Reads from the end of System to the end of the record into `record`; false when unsure.
  ///
  /// Plain data is left in `data` where that is given.
  mutating func parse(
    from start: Int, prefersBase64: Bool, into record: inout EventRecord, leavingDataIn data: DataBytes? = nil
  ) -> Bool {
    var index = start
    while true {
      index = reader.skipBlanks(index)
      guard index < end, text[index] == UInt8(ascii: "<") else { return false }
      if text.holds("</Event>", at: index) { return index + 8 == end && fields <= limits.fields }
      let next: Int?
      if record.container == .none, text.holds("<EventData", at: index) {
        next =
          data.flatMap { plainData(at: index, prefersBase64, $0, &record) }
          ?? eventData(at: index, prefersBase64, &record)
      } else {
        next = otherPart(at: index, prefersBase64, &record)
      }
      guard let next else { return false }
      index = next
    }
  }

  private mutating func eventData(at start: Int, _ prefersBase64: Bool, _ record: inout EventRecord) -> Int? {
    guard let tag = startTag(at: start), tag.name.count == 9 else { return nil }
    record.container = .eventData
    if let name = tag.nameValue, name.count > 0 {
      guard let value = string(name) else { return nil }
      record.dataName = value
    }
    if tag.isEmpty { return tag.end }
    record.data.reserveCapacity(16)
    return fields(from: tag.end, prefersBase64, &record) { parser, tag, record in
      parser.field(tag, &record)
    }
  }

  /// Reads the elements of EventData up to its end; the index behind it.
  ///
  /// - Parameter read: Reads one that is not the binary part.
  @inline(__always) mutating func fields(
    from start: Int, _ prefersBase64: Bool, _ record: inout EventRecord,
    _ read: (inout RecordBodyParser, StartTag, inout EventRecord) -> Int?
  ) -> Int? {
    var index = start
    while true {
      index = reader.skipBlanks(index)
      guard index < end, text[index] == UInt8(ascii: "<") else { return nil }
      if text[index + 1] == UInt8(ascii: "/") {
        return text.holds("</EventData>", at: index) ? index + 12 : nil
      }
      guard let tag = startTag(at: index) else { return nil }
      let next =
        isNamed("Binary", tag) ? binary(tag, prefersBase64, &record) : read(&self, tag, &record)
      guard let next else { return nil }
      index = next
    }
  }

  private func field(_ tag: StartTag, _ record: inout EventRecord) -> Int? {
    guard isNamed("Data", tag) || isNamed("ComplexData", tag), let content = content(of: tag) else {
      return nil
    }
    var name: String?
    if let range = tag.nameValue, range.count > 0 {
      guard let known = string(range) else { return nil }
      name = known
    }
    record.appendField(name: name, value: FieldText.value(content.value))
    return content.end
  }

  private func binary(_ tag: StartTag, _ prefersBase64: Bool, _ record: inout EventRecord) -> Int? {
    guard record.binary == nil, let content = content(of: tag),
      let bytes = BinaryText.decode(content.value, prefersBase64: prefersBase64)
    else { return nil }
    record.binary = bytes.isEmpty ? nil : bytes
    return content.end
  }

  /// The text of an element without others in it, and the index behind it.
  @inline(__always) func content(of tag: StartTag) -> (value: String, end: Int)? {
    if tag.isEmpty { return ("", tag.end) }
    guard let content = reader.characterData(from: tag.end) else { return nil }
    return closingTag(of: tag.name, at: content.end).map { (content.value, $0) }
  }

  @inline(__always) func isNamed(_ name: StaticString, _ tag: StartTag) -> Bool {
    tag.name.count == name.utf8CodeUnitCount && text.holds(name, at: tag.name.start)
  }

  /// A start tag with no attribute but `Name`.
  struct StartTag {
    var name: ByteRange
    var nameValue: ByteRange?
    var isEmpty: Bool
    /// The index after `>`.
    var end: Int
  }

  @inline(__always) mutating func startTag(at start: Int) -> StartTag? {
    guard let name = reader.name(at: start + 1) else { return nil }
    fields += 1
    var tag = StartTag(name: name, nameValue: nil, isEmpty: false, end: 0)
    var index = name.end
    while true {
      let next = reader.skipBlanks(index)
      guard next + 1 < end else { return nil }
      if text[next] == UInt8(ascii: ">") {
        tag.end = next + 1
        return tag
      }
      if text[next] == UInt8(ascii: "/"), text[next + 1] == UInt8(ascii: ">") {
        tag.isEmpty = true
        tag.end = next + 2
        return tag
      }
      guard next > index, tag.nameValue == nil, text.holds("Name=", at: next),
        let value = reader.quotedRange(at: next + 5)
      else { return nil }
      fields += 1
      tag.nameValue = value
      index = value.end + 1
    }
  }

  @inline(__always) func closingTag(of name: ByteRange, at index: Int) -> Int? {
    guard end - index >= name.count + 3, text[index] == UInt8(ascii: "<"),
      text[index + 1] == UInt8(ascii: "/"),
      text[index + 2 + name.count] == UInt8(ascii: ">")
    else { return nil }
    for offset in 0..<name.count where text[index + 2 + offset] != text[name.start + offset] { return nil }
    return index + name.count + 3
  }

  private func string(_ range: ByteRange) -> String? {
    if let id = names.id(of: text.bytes(range)) { return names.string(id) }
    return reader.string(range)
  }

  private mutating func otherPart(at start: Int, _ prefersBase64: Bool, _ record: inout EventRecord) -> Int? {
    guard let name = reader.name(at: start + 1),
      text.holds("RenderingInfo", at: name.start)
        || EventRecord.Container(rawValue: reader.string(name) ?? "") != nil,
      let (part, next) = element(at: start, depth: 2)
    else { return nil }
    record.read(part, prefersBase64: prefersBase64)
    return next
  }

  /// Any element with everything inside it.
  private mutating func element(at start: Int, depth: Int) -> (UserDataElement, end: Int)? {
    guard depth <= min(Self.depthLimit, limits.depth), let name = reader.name(at: start + 1),
      let local = string(name)
    else { return nil }
    fields += 1
    guard fields <= limits.fields else { return nil }
    var element = UserDataElement(name: local)
    var index = name.end
    var declarations = NamespaceDeclarations()
    while true {
      let next = reader.skipBlanks(index)
      guard next + 1 < end else { return nil }
      if text[next] == UInt8(ascii: ">") {
        return content(of: element, name, from: next + 1, depth: depth)
      }
      if text[next] == UInt8(ascii: "/"), text[next + 1] == UInt8(ascii: ">") { return (element, next + 2) }
      guard next > index, let after = attribute(at: next, of: &element, &declarations) else { return nil }
      index = after
    }
  }

  /// Declarations met in one start tag: exporters write one of each kind, a repeated one is an error.
  private struct NamespaceDeclarations {
    var hasDefault = false
    var hasPrefixed = false
  }

  private mutating func attribute(
    at start: Int, of element: inout UserDataElement, _ declarations: inout NamespaceDeclarations
  ) -> Int? {
    fields += 1
    guard element.attributes.count < 64 else { return nil }
    if text.holds("xmlns", at: start) { return namespaceDeclaration(at: start, &declarations) }
    guard let name = reader.name(at: start), name.end < end, text[name.end] == UInt8(ascii: "="),
      let value = reader.quotedRange(at: name.end + 1), let local = string(name),
      let content = reader.string(value),
      !element.attributes.contains(where: { $0.name == local })
    else { return nil }
    element.attributes.append(EventRecord.DataItem(name: local, value: content))
    return value.end + 1
  }

  /// Passes over `xmlns="…"` or `xmlns:prefix="…"`; an empty prefix or name is libxml2's to judge.
  private func namespaceDeclaration(at start: Int, _ declarations: inout NamespaceDeclarations) -> Int? {
    var index = start + 5
    if index < end, text[index] == UInt8(ascii: ":") {
      guard !declarations.hasPrefixed, let prefix = reader.name(at: index + 1) else { return nil }
      declarations.hasPrefixed = true
      index = prefix.end
    } else {
      guard !declarations.hasDefault else { return nil }
      declarations.hasDefault = true
    }
    guard index < end, text[index] == UInt8(ascii: "="), let value = reader.quotedRange(at: index + 1),
      value.count > 0, reader.string(value) != nil
    else { return nil }
    return value.end + 1
  }

  private mutating func content(
    of start: UserDataElement, _ name: ByteRange, from first: Int, depth: Int
  ) -> (UserDataElement, end: Int)? {
    var element = start
    var index = first
    while true {
      guard let run = reader.characterData(from: index) else { return nil }
      element.text += run.value
      guard element.text.utf8.count <= limits.valueBytes else { return nil }
      if text[run.end + 1] == UInt8(ascii: "/") {
        return closingTag(of: name, at: run.end).map { (element, $0) }
      }
      guard let (child, next) = self.element(at: run.end, depth: depth + 1) else { return nil }
      element.children.append(child)
      index = next
    }
  }
}
