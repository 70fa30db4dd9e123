/// Finds where records begin and end, by bytes.
///
/// A record ends at the `</Event>` that closes it, not at the first one: LocalSessionManager's
/// UserData holds elements named `Event` of its own. Only tags of that name and sections
/// (`<!…`) are looked at; whether the rest is well-formed is for the parsers to say.
struct RecordFramer {
  let text: PaddedText
  /// Whether nothing comes after the text.
  let isComplete: Bool
  /// How far ends of sections were looked for in vain, so that no stretch is searched twice.
  var searched: SearchedSections

  init(_ text: PaddedText, isComplete: Bool, searched: SearchedSections = .init()) {
    self.text = text
    self.isComplete = isComplete
    self.searched = searched
  }

  /// What ended the search for a record's end.
  enum End {
    /// The index after the closing tag. `hasSection`: a comment or CDATA section was passed over.
    case closed(Int, hasSection: Bool)
    /// Another record begins here although this one was not closed.
    case cutOff(by: Int)
    /// The text ends first.
    case open
  }

  /// Looks for the end of a record from a place inside it.
  mutating func end(from start: Int) -> End {
    var depth = 1
    var hasSection = false
    var index = start
    while true {
      let section = searched.nextSection(in: text, from: index)
      guard let place = nextName(from: index, to: section) else {
        guard section < text.count else { return .open }
        let place = section
        guard let after = sectionEnd(at: place) else { return .open }
        hasSection = hasSection || after > place + 2
        index = after
        continue
      }
      index = place + 2
      guard isEventName(at: place), let tag = tagStart(beforeName: place) else { continue }
      guard let tagEnd = tagEnd(from: place + 5) else {
        // The tag may go on after the text; or it never ends, and what follows it decides.
        if mayGoOn(place) { return .open }
        continue
      }
      if tag.isClosing {
        depth -= 1
        if depth == 0 { return .closed(tagEnd, hasSection: hasSection) }
      } else {
        switch isRecordStart(at: tag.start, nameEnd: place + 5) {
        case .some(true): return .cutOff(by: tag.start)
        case .none: return .open
        case .some(false): if text[tagEnd - 2] != UInt8(ascii: "/") { depth += 1 }
        }
      }
      index = tagEnd
    }
  }

  /// The first start of a record in a stretch, whatever section it may lie in; nil when there is none.
  func recordStart(from start: Int, to end: Int) -> Int? {
    var index = start
    while let place = nextName(from: index, to: end) {
      index = place + 1
      if isEventName(at: place),
        let tag = tagStart(beforeName: place), !tag.isClosing, tag.start >= start,
        isRecordStart(at: tag.start, nameEnd: place + 5) == true
      {
        return tag.start
      }
    }
    return nil
  }

  /// Longest start tag that is believed to be one.
  static let longestTag = 1024

  /// Whether a start tag named `Event` opens a record: it declares the namespace of Windows events,
  /// or System follows. nil when the text ends before that is known.
  func isRecordStart(at start: Int, nameEnd: Int) -> Bool? {
    guard let end = tagEnd(from: nameEnd) else { return mayGoOn(start) ? nil : false }
    var index = nameEnd
    while index + 12 < end {
      if text.holds("events/event", at: index) { return true }
      index += 1
    }
    index = end
    // Internet Explorer's copies carry a fold mark before System.
    while index < text.count, isXMLBlank(text[index]) || text[index] == UInt8(ascii: "-") { index += 1 }
    if !isComplete, text.count - index < 64, !text.holds("<System", at: index) {
      return index < text.count && text[index] != UInt8(ascii: "<") ? false : nil
    }
    if text.holds("<System", at: index) { return true }
    // A prefix: <e:System>
    guard index < text.count, text[index] == UInt8(ascii: "<") else { return false }
    var name = index + 1
    while name < index + 32, isNameByte(text[name]) { name += 1 }
    return text[name] == UInt8(ascii: ":") && text.holds("System", at: name + 1)
  }

  /// Whether a tag that begins here and has no end may have it after the text.
  private func mayGoOn(_ start: Int) -> Bool { !isComplete && text.count - start < Self.longestTag }

  /// Whether `Event` stands at an index with the end of a name after it.
  @inline(__always) func isEventName(at index: Int) -> Bool {
    guard text.count - index > 5 else { return false }
    return text.halfWord(at: index) == 0x6E65_7645 && text[index + 4] == UInt8(ascii: "t")
      && isNameEnd(text[index + 5])
  }

  /// The `<` of the tag whose local name begins at an index.
  func tagStart(beforeName index: Int) -> (start: Int, isClosing: Bool)? {
    var place = index - 1
    guard place >= 0 else { return nil }
    if text[place] == UInt8(ascii: ":") {
      place -= 1
      while place >= 0, index - place < 64, isNameByte(text[place]) { place -= 1 }
      guard place >= 0 else { return nil }
    }
    if text[place] == UInt8(ascii: "<") { return (place, false) }
    guard text[place] == UInt8(ascii: "/"), place > 0, text[place - 1] == UInt8(ascii: "<") else {
      return nil
    }
    return (place - 1, true)
  }

  /// The index after the `>` that ends a tag; nil when the text ends first or `<` or too much comes between.
  func tagEnd(from start: Int) -> Int? {
    var index = start
    var quote: UInt8 = 0
    let last = min(text.count, start + Self.longestTag)
    while index < last {
      let byte = text[index]
      index += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
      } else if byte == UInt8(ascii: ">") {
        return index
      } else if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        quote = byte
      }
      if byte == UInt8(ascii: "<") { return nil }
    }
    return nil
  }

  /// The index after a comment or CDATA section; just after `<!` for anything else; nil when the text ends first.
  private mutating func sectionEnd(at start: Int) -> Int? {
    if text.count - start < 9 { return text.count - start < 2 ? nil : start + 2 }
    if text.holds("<!--", at: start) { return closing("-->", from: start + 4, &searched.comments) }
    if text.holds("<![CDATA[", at: start) { return closing("]]>", from: start + 9, &searched.characterData) }
    return start + 2
  }

  private func closing(_ mark: StaticString, from start: Int, _ searched: inout Int) -> Int? {
    var index = max(start, searched)
    while index + 3 <= text.count {
      if text[index + 2] == UInt8(ascii: ">"), text.holds(mark, at: index) { return index + 3 }
      index += 1
    }
    searched = index
    return nil
  }

  /// The next `Ev` in a stretch; nil when there is none.
  @inline(__always) private func nextName(from start: Int, to end: Int) -> Int? {
    // `v` is the rarest letter of `Event`.
    var index = start + 1
    while let place = text.first(UInt8(ascii: "v"), from: index), place < end {
      if text[place - 1] == UInt8(ascii: "E") { return place - 1 }
      index = place + 1
    }
    return nil
  }
}

/// Indexes up to which no end of a section was found, searching from some earlier one.
struct SearchedSections {
  var comments = 0
  var characterData = 0
  /// A document type that began before here has no end before here either.
  var documentTypes = 0
  /// A stretch without `<!`, and whether one follows it.
  private var section = (from: 0, to: 0, isThere: false)

  /// The index of the next `<!` at or after a place; the text's count when there is none.
  @inline(__always) mutating func nextSection(in text: PaddedText, from start: Int) -> Int {
    let isKnown =
      section.from <= start && start <= section.to && (section.isThere || section.to == text.count)
    return isKnown ? section.to : findSection(in: text, from: start)
  }

  private mutating func findSection(in text: PaddedText, from start: Int) -> Int {
    // What was looked through in vain before the text grew need not be looked through again.
    var index = section.from <= start && !section.isThere ? max(start, section.to) : start
    while let mark = text.first(UInt8(ascii: "!"), from: index) {
      if mark > start, text[mark - 1] == UInt8(ascii: "<") {
        section = (start, mark - 1, true)
        return mark - 1
      }
      index = mark + 1
    }
    section = (start, text.count, false)
    return text.count
  }

  /// Follows the text when its first bytes are given up.
  mutating func shift(by count: Int) {
    comments = max(0, comments - count)
    characterData = max(0, characterData - count)
    documentTypes = max(0, documentTypes - count)
    section =
      section.to < count ? (0, 0, false) : (max(0, section.from - count), section.to - count, section.isThere)
  }
}

/// Whether a byte may be part of a tag's name; bytes above ASCII are.
@inline(__always) func isNameByte(_ byte: UInt8) -> Bool {
  let letter = (byte | 0x20) &- UInt8(ascii: "a")
  return letter < 26 || byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "_")
    || byte == UInt8(ascii: "-")
    || byte == UInt8(ascii: ".") || byte >= 0x80
}

@inline(__always) func isNameEnd(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: ">") || byte == UInt8(ascii: "/") || isXMLBlank(byte)
}
