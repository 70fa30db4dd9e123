/// Reads a record from its start tag to the end of System, in place.
///
/// It takes only what it is sure of: the elements and attributes of the Windows event schema, once
/// each, without prefixes, references or anything but blanks between them. For the rest it returns
/// nil and libxml2 reads the record.
struct SystemHeaderParser {
  private let text: PaddedText
  private let prefixes: HeaderPrefixes
  private let endings: HeaderEndings
  private(set) var header = SystemHeader()

  private static let eventID: UInt32 = 1 << SystemElement.eventID.rawValue

  init(_ text: PaddedText, prefixes: HeaderPrefixes, endings: HeaderEndings) {
    self.text = text
    self.prefixes = prefixes
    self.endings = endings
  }

  /// The index after `</System>`; nil when unsure or when the text ends before it.
  mutating func parse(from start: Int) -> Int? {
    if let index = prefixes.match(text, from: start, into: &header) {
      return parse(from: index, keeping: nil)
    }
    header = SystemHeader()
    guard var index = startTagEnd(start) else { return nil }
    index = skipBlanks(index)
    guard text.count - index > 8, text.word(at: index) == Word.systemOpen else { return nil }
    return parse(from: index + 8, keeping: start)
  }

  /// Reads the children of System; keeps the beginning from `first` to TimeCreated, where one is given and
  /// nothing that belongs behind it came before, and the end from Channel on.
  private mutating func parse(from start: Int, keeping first: Int?) -> Int? {
    var index = start
    var ending: (start: Int, after: UInt32)?
    while true {
      index = skipBlanks(index)
      if let first, header.seen & SystemElement.beginning == header.seen, header.eventIDText.count > 0,
        text.word(at: index) == Word.timeOpen
      {
        prefixes.keep(text, from: first, to: index, header)
      }
      guard index + 9 <= text.count, text[index] == UInt8(ascii: "<") else { return nil }
      if text[index + 1] == UInt8(ascii: "/") {
        guard text.word(at: index + 1) == Word.systemClose, header.seen & Self.eventID != 0 else {
          return nil
        }
        if let ending { endings.keep(text, from: ending.start, to: index + 9, after: ending.after, header) }
        return index + 9
      }
      if text.word(at: index) == Word.channelOpen {
        if header.seen & Self.eventID != 0, let end = endings.match(text, from: index, into: &header) {
          return end
        }
        ending = (index, header.seen)
      }
      guard let next = element(at: index) else { return nil }
      index = next
    }
  }

  /// The index after `<Event …>`, with at most the one namespace declaration that exports write.
  private func startTagEnd(_ start: Int) -> Int? {
    var index = start + 6
    guard index < text.count else { return nil }
    if text[index] == UInt8(ascii: ">") { return index + 1 }
    index = skipBlanks(index)
    guard index > start + 6, text.holds("xmlns=", at: index),
      let value = quotedValue(at: index + 6), text.isASCII(value)
    else { return nil }
    index = skipBlanks(value.end + 1)
    guard index < text.count, text[index] == UInt8(ascii: ">") else { return nil }
    return index + 1
  }

  /// Reads one child of System and returns the index after it.
  private mutating func element(at open: Int) -> Int? {
    let nameStart = open + 1
    guard let element = SystemElement(text, at: nameStart) else { return nil }
    let nameLength = element.nameLength
    let bit: UInt32 = 1 << element.rawValue
    guard text.count - nameStart > nameLength + 1, header.seen & bit == 0, element.isName(text, at: nameStart)
    else { return nil }
    header.seen |= bit
    var index = nameStart + nameLength
    var seenAttributes: UInt8 = 0
    while text[index] != UInt8(ascii: ">") {
      let afterBlanks = skipBlanks(index)
      guard afterBlanks + 2 < text.count else { return nil }
      if text[afterBlanks] == UInt8(ascii: "/") {
        return text[afterBlanks + 1] == UInt8(ascii: ">") ? afterBlanks + 2 : nil
      }
      if text[afterBlanks] == UInt8(ascii: ">") {
        index = afterBlanks
        break
      }
      guard afterBlanks > index, let next = attribute(of: element, at: afterBlanks, seen: &seenAttributes)
      else { return nil }
      index = next
      guard index < text.count else { return nil }
    }
    return content(of: element, nameStart: nameStart, from: index + 1)
  }

  private mutating func content(of element: SystemElement, nameStart: Int, from start: Int) -> Int? {
    guard let end = textEnd(from: start) else { return nil }
    let nameLength = element.nameLength
    guard text.count - end > nameLength + 3, text[end + 1] == UInt8(ascii: "/"),
      element.isName(text, at: end + 2), text[end + 2 + nameLength] == UInt8(ascii: ">")
    else { return nil }
    let value = ByteRange(start: start, count: end - start)
    switch element {
    case .eventID:
      guard let number = HeaderNumber.parse(text.bytes(value)), let id = UInt32(exactly: number) else {
        return nil
      }
      header.eventID = id
      header.eventIDText = value
    case .eventRecordID:
      header.recordID = HeaderNumber.parse(text.bytes(value))
      guard value.count == 0 || header.recordID != nil else { return nil }
    case .version: header.version = value
    case .level: header.level = value
    case .task: header.task = value
    case .opcode: header.opcode = value
    case .keywords: header.keywords = value
    case .channel:
      guard let name = plainName(value) else { return nil }
      header.channel = name
    case .computer:
      guard let name = plainName(value) else { return nil }
      header.computer = name
    case .provider, .timeCreated, .correlation, .execution, .security:
      guard trimmed(value).count == 0 else { return nil }
    }
    return end + nameLength + 3
  }

  /// Reads one attribute and returns the index after its closing quote.
  private mutating func attribute(of element: SystemElement, at start: Int, seen: inout UInt8) -> Int? {
    guard let (attribute, valueStart) = SystemAttribute.find(of: element, in: text, at: start),
      seen & attribute.bit == 0, let value = quotedValue(at: valueStart)
    else { return nil }
    seen |= attribute.bit
    if value.count == 0 { header.hasEmptyAttribute = true }
    switch attribute {
    case .name: header.provider = value
    case .guid: header.providerGUID = value
    case .eventSourceName: header.eventSourceName = value
    case .qualifiers: header.qualifiers = value
    case .systemTime: header.systemTime = value
    case .activityID: header.activityID = value
    case .relatedActivityID: header.relatedActivityID = value
    case .processID: header.processID = value
    case .threadID: header.threadID = value
    case .userID: header.userID = value
    }
    return value.end + 1
  }

  /// The value between quotes at an index; nil when it holds a reference, `<` or a control character.
  @inline(__always) private func quotedValue(at index: Int) -> ByteRange? {
    guard index < text.count else { return nil }
    let quote = text[index]
    guard quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return nil }
    let start = index + 1
    var place = start
    while place < text.count {
      let word = text.word(at: place)
      let found =
        WordCompare.equal(word, quote) | WordCompare.equal(word, UInt8(ascii: "&"))
        | WordCompare.equal(word, UInt8(ascii: "<")) | WordCompare.control(word)
      place += WordCompare.first(found)
      if found != 0 { break }
    }
    guard place < text.count, text[place] == quote else { return nil }
    return ByteRange(start: start, count: place - start)
  }

  /// The index of the `<` that ends plain text; nil when there is a reference or a control character in it.
  @inline(__always) private func textEnd(from start: Int) -> Int? {
    var place = start
    while place < text.count {
      let word = text.word(at: place)
      let found =
        WordCompare.equal(word, UInt8(ascii: "<")) | WordCompare.equal(word, UInt8(ascii: "&"))
        | WordCompare.control(word)
      place += WordCompare.first(found)
      if found == 0 { continue }
      guard place < text.count else { return nil }
      let byte = text[place]
      if byte == UInt8(ascii: "<") { return place }
      guard byte == 0x0A || byte == 0x0D || byte == 0x09 else { return nil }
      place += 1
    }
    return nil
  }

  @inline(__always) private func skipBlanks(_ start: Int) -> Int {
    var index = start
    while index < text.count, isXMLBlank(text[index]) { index += 1 }
    return index
  }

  /// The value without blanks around it; nil when a line ends inside, which XML would rewrite.
  private func plainName(_ value: ByteRange) -> ByteRange? {
    let name = trimmed(value)
    for index in name.start..<name.end where text[index] < 0x20 { return nil }
    return name
  }

  private func trimmed(_ range: ByteRange) -> ByteRange {
    var start = range.start
    var end = range.end
    while start < end, isXMLBlank(text[start]) { start += 1 }
    while end > start, isXMLBlank(text[end - 1]) { end -= 1 }
    return ByteRange(start: start, count: end - start)
  }
}

/// White space as XML defines it.
@inline(__always) func isXMLBlank(_ byte: UInt8) -> Bool {
  byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
}

/// Tags as little-endian words.
private enum Word {
  /// `<System>`
  static let systemOpen: UInt64 = 0x3E6D_6574_7379_533C
  /// `<TimeCre`
  static let timeOpen: UInt64 = 0x6572_4365_6D69_543C
  /// `<Channel`
  static let channelOpen: UInt64 = 0x6C65_6E6E_6168_433C
  /// `/System>`
  static let systemClose: UInt64 = 0x3E6D_6574_7379_532F
}
