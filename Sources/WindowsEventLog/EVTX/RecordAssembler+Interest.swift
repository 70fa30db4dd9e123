/// Whether a record matters, seen from its values before any text is made of them.
extension RecordAssembler {
  /// How much a record matters by the number in one of its fields; wanted where that cannot be told.
  ///
  /// - Parameter system: The place of the System element among the pieces.
  mutating func interest(
    by field: DecidingFieldSearch, _ fragment: BinXMLFragment, _ span: BinXMLSpan, except system: Int32
  ) -> RecordInterest {
    var interest = RecordInterest.wanted
    _ = mayHold(fragment, span, except: system) { assembler, place, fragment, value in
      let element = fragment.tree[place]
      guard element.role == .data else { return false }
      // A name that is itself a value: who wants to know reads the record.
      guard element.literalName >= 0 else { return element.content > place + 1 }
      guard fragment.tree.strings[Int(element.literalName)] == field.name else { return false }
      interest = field.interest(of: assembler.plainText(of: value))
      return true
    }
    return interest
  }

  /// Whether a record may hold one of some texts.
  mutating func mayHold(
    _ texts: DecidingTextSearch, _ fragment: BinXMLFragment, _ span: BinXMLSpan, except system: Int32
  ) -> Bool {
    mayHold(fragment, span, except: system) { assembler, _, _, value in
      assembler.mayBe(value, oneOf: texts)
    }
  }

  private mutating func mayBe(_ value: BinXMLValue, oneOf texts: DecidingTextSearch) -> Bool {
    switch value.type {
    case .null, .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64, .uint64, .hexInt32, .hexInt64:
      // Rules that ask for a number have no deciding texts, since it has several notations.
      return false
    case .binary:
      guard !texts.binaryStarts.isEmpty else { return false }
      var digits = HexText.string(bytes.unchecked(value.size, at: value.offset))
      return digits.withUTF8 { texts.isBinary(UnsafeRawBufferPointer($0)) }
    case .string, .sid, .guid:
      var text = plainText(of: value)
      return text.withUTF8 {
        texts.isText(UnsafeRawBufferPointer($0)) || texts.isBinary(UnsafeRawBufferPointer($0))
      }
    default: return true
    }
  }

  private typealias ValueTest = (inout RecordAssembler, Int32, BinXMLFragment, BinXMLValue) -> Bool

  /// Whether a value of EventData passes a test, given with the place of its element; true where values alone do not
  /// tell.
  private mutating func mayHold(
    _ fragment: BinXMLFragment, _ span: BinXMLSpan, except system: Int32, test: ValueTest
  ) -> Bool {
    anyItem(of: fragment, span, except: system) { assembler, place, fragment in
      let item = fragment.tree[place]
      guard let value = fragment.soleValue(of: item) else {
        return fragment.tree.content(of: item).start < item.end
      }
      return value.type.isArray || test(&assembler, place, fragment, value)
    }
  }
}

/// Going through EventData without assembling it.
extension RecordAssembler {
  /// An element by its place in a fragment.
  typealias ElementTest = (inout RecordAssembler, Int32, BinXMLFragment) -> Bool

  /// Whether an element in EventData passes a test; true where an event keeps its values elsewhere, or they are not
  /// readable.
  ///
  /// - Parameters:
  ///   - system: The place of the System element among the pieces.
  ///   - isUnusual: Asked of each EventData element before what is in it; it too ends the search.
  mutating func anyItem(
    of fragment: BinXMLFragment, _ span: BinXMLSpan, except system: Int32,
    isUnusual: (Int32, BinXMLFragment) -> Bool = { _, _ in false }, test: ElementTest
  ) -> Bool {
    anyElement(of: fragment, span, except: system) { assembler, place, fragment in
      let element = fragment.tree[place]
      guard element.role == .eventData else {
        return element.role == .renderingInfo || element.role.container != nil
      }
      return isUnusual(place, fragment)
        || assembler.anyElement(of: fragment, fragment.tree.content(of: element), test: test)
    }
  }

  /// Whether an element of a span passes a test, those of XML inside values included; true where that XML is not
  /// readable.
  ///
  /// - Parameter excluded: A place of this fragment, not of those inside its values.
  private mutating func anyElement(
    of fragment: BinXMLFragment, _ span: BinXMLSpan, except excluded: Int32 = -1, test: ElementTest
  ) -> Bool {
    var place = span.start
    while place < span.end {
      let piece = fragment.tree[place]
      if piece.kind == .element {
        if place != excluded, fragment.has(piece), test(&self, place, fragment) { return true }
      } else if piece.kind == .instance || fragment.value(of: piece)?.type == .binXML {
        if fragment.value(of: piece)?.size != 0 {
          guard let inner = try? open(piece, of: fragment) else { return true }
          defer { close() }
          if anyElement(of: inner, inner.tree.all, test: test) { return true }
        }
      }
      place = piece.end
    }
    return false
  }
}
