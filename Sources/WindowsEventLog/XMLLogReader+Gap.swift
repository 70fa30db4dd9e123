extension XMLLogReader {
  /// What comes next after a record.
  enum Start {
    case record(at: Int)
    case skipped(SkippedRecord)
    case end
  }

  /// Goes to the next start of a record, over everything that exports put between records.
  ///
  /// Declarations, roots, banners and text lines are passed over. Pieces of a record without its
  /// start are damage: they are reported as one skipped record.
  func nextStart() throws(EventLogError) -> Start {
    while true {
      let text = window.text
      var index = position
      while index < text.count, isXMLBlank(text[index]) { index += 1 }
      let place = nextTag(text, from: index)
      if place > index { dialect.sawText(text.bytes(ByteRange(start: index, count: place - index))) }
      // A tag is judged only when all of it can be there.
      if text.count - place < RecordFramer.longestTag, !window.isAtEnd {
        searched.shift(by: place)
        _ = try window.refill(keeping: place)
        position = 0
        continue
      }
      position = place
      guard place < text.count else {
        return closeFragment(at: place).map { .skipped($0) } ?? .end
      }
      if let start = tag(text, at: place) { return start }
    }
  }

  private func nextTag(_ text: PaddedText, from start: Int) -> Int {
    var index = start
    while index < text.count {
      let found = WordCompare.equal(text.word(at: index), UInt8(ascii: "<"))
      index += WordCompare.first(found)
      if found != 0 { break }
    }
    return min(index, text.count)
  }

  /// Deals with one tag between records; nil to go on behind it.
  private func tag(_ text: PaddedText, at place: Int) -> Start? {
    let framer = RecordFramer(text, isComplete: window.isAtEnd)
    let first = place + 1 < text.count ? text[place + 1] : 0
    if first == UInt8(ascii: "?") {
      let end = framer.tagEnd(from: place + 2) ?? place + 2
      dialect.sawDeclaration(text.bytes(ByteRange(start: place, count: end - place)))
      position = end
      return nil
    }
    if first == UInt8(ascii: "!") { return declaration(text, at: place) }
    let isClosing = first == UInt8(ascii: "/")
    let name = localName(text, at: place + (isClosing ? 2 : 1))
    guard name.count > 0 else {
      position = place + 1
      return nil
    }
    if name.count == 5, framer.isEventName(at: name.start) {
      if !isClosing { return closeFragment(at: place).map { .skipped($0) } ?? .record(at: place) }
      position = framer.tagEnd(from: name.end) ?? name.end
      noteFragment(at: place, isRecordPart: true)
      return closeFragment(at: position).map { .skipped($0) }
    }
    position = framer.tagEnd(from: name.end) ?? name.end
    if text.holds("Events", at: name.start), name.count == 6 {
      sawRoot = true
      if !isClosing { dialect.sawRoot() }
    } else {
      noteFragment(at: place, isRecordPart: Self.isRecordPart(text, name))
    }
    return nil
  }

  private func localName(_ text: PaddedText, at start: Int) -> ByteRange {
    var name = ByteRange(start: start, count: 0)
    var index = start
    while index < text.count, index - start < 256, isNameByte(text[index]) || text[index] == UInt8(ascii: ":")
    {
      if text[index] == UInt8(ascii: ":") { name.start = index + 1 }
      index += 1
    }
    name.count = index - name.start
    return name
  }

  private static func isRecordPart(_ text: PaddedText, _ name: ByteRange) -> Bool {
    switch name.count {
    case 6: text.holds("System", at: name.start)
    case 8: text.holds("UserData", at: name.start)
    case 9: text.holds("EventData", at: name.start)
    case 13: text.holds("RenderingInfo", at: name.start)
    default: false
    }
  }

  private func noteFragment(at place: Int, isRecordPart: Bool) {
    if fragment == nil {
      let reason: SkippedRecord.Reason = ledger.found == 0 ? .truncated : .malformed
      fragment = Fragment(start: window.offset(of: place), reason: reason, isRecordPart: isRecordPart)
    } else if isRecordPart {
      fragment?.isRecordPart = true
    }
  }

  /// Ends the pieces of a lost record, if there are any; other markup between records means nothing.
  private func closeFragment(at index: Int) -> SkippedRecord? {
    guard let lost = fragment else { return nil }
    fragment = nil
    guard lost.isRecordPart else { return nil }
    return SkippedRecord(
      offset: lost.start, length: window.offset(of: index) - lost.start, reason: lost.reason)
  }

  /// A comment, or a document type, which is refused whole: nothing in it is read or expanded.
  private func declaration(_ text: PaddedText, at place: Int) -> Start? {
    if text.holds("<!--", at: place) {
      position = end(of: "-->", in: text, from: place + 4) ?? place + 4
      return nil
    }
    guard text.holds("<!DOCTYPE", at: place) else {
      position = place + 2
      return nil
    }
    // Pieces of a record before it are a loss of their own.
    if let lost = closeFragment(at: place) { return .skipped(lost) }
    sawDocumentType = true
    position = documentTypeEnd(text, from: place + 9)
    let start = window.offset(of: place)
    return .skipped(
      SkippedRecord(offset: start, length: window.offset(of: position) - start, reason: .doctype))
  }

  private func end(of mark: StaticString, in text: PaddedText, from start: Int) -> Int? {
    // Long comments between records do not occur; without a bound an unclosed one would hide the rest.
    let last = min(text.count - 3, start + RecordFramer.longestTag)
    var index = start
    while index <= last {
      if text.holds(mark, at: index) { return index + 3 }
      index += 1
    }
    return nil
  }

  /// The index after the `>` that ends a document type with its quotes and brackets; where the text
  /// ends first, just after its name.
  private func documentTypeEnd(_ text: PaddedText, from start: Int) -> Int {
    // Each stretch is searched once: many unclosed ones must not cost a search of the rest each.
    guard start >= searched.documentTypes else { return start }
    var index = start
    var depth = 0
    var quote: UInt8 = 0
    while index < text.count {
      let byte = text[index]
      index += 1
      if quote != 0 {
        if byte == quote { quote = 0 }
        continue
      }
      switch byte {
      case UInt8(ascii: "'"), UInt8(ascii: "\""): quote = byte
      case UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "]"): depth -= 1
      case UInt8(ascii: "<"): depth += 1
      case UInt8(ascii: ">"):
        if depth <= 0 { return index }
        depth -= 1
      default: break
      }
    }
    searched.documentTypes = text.count
    return start
  }
}
