/// EventData handed on without making strings of it.
extension RecordAssembler {
  /// Leaves what follows System in `data`, and the binary part in the record; false when it has to be assembled.
  ///
  /// - Parameter system: The place of the System element among the pieces.
  mutating func leave(
    _ fragment: BinXMLFragment, _ span: BinXMLSpan, except system: Int32, in data: DataBytes,
    _ record: inout EventRecord
  ) -> Bool {
    let before = self
    data.removeAll()
    var binary: [UInt8]?
    var containers = 0
    let isUnusual = anyElement(of: fragment, span) { assembler, place, fragment in
      guard place != system else { return false }
      let element = fragment.tree[place]
      guard element.role == .eventData else {
        return element.role == .renderingInfo || element.role.container != nil
      }
      containers += 1
      guard containers == 1, element.content == place + 1 else { return true }
      return assembler.anyElement(of: fragment, fragment.tree.content(of: element)) {
        assembler, place, fragment in
        !assembler.leave(place, fragment, in: data, &binary)
      }
    }
    guard !isUnusual, data.items.count < itemsLeft else {
      self = before
      data.removeAll()
      return false
    }
    if containers > 0 { record.container = .eventData }
    record.binary = binary
    data.isFilled = true
    return true
  }

  private mutating func leave(
    _ place: Int32, _ fragment: BinXMLFragment, in data: DataBytes, _ binary: inout [UInt8]?
  ) -> Bool {
    let element = fragment.tree[place]
    guard let value = fragment.soleValue(of: element), !value.type.isArray, value.type != .binXML else {
      return false
    }
    if element.role == .binary {
      guard value.type == .binary, binary == nil else { return false }
      binary = Array(bytes.unchecked(value.size, at: value.offset))
      return true
    }
    var name: UnsafeBufferPointer<UInt8>?
    if element.role != .data || element.literalName >= 0 {
      let text =
        element.role == .data
        ? fragment.tree.strings[Int(element.literalName)] : fragment.tree.string(element)
      guard let kept = data.keep(text) else { return false }
      name = element.role == .data && kept.isEmpty ? nil : kept
    } else if element.content > place + 1 {
      return false
    }
    guard let text = leave(value, in: data) else { return false }
    data.append(name: name, value: text)
    return true
  }

  /// A value's text; nil when there is no room for it, or more of it than a record may hold.
  private mutating func leave(_ value: BinXMLValue, in data: DataBytes) -> UnsafeBufferPointer<UInt8>? {
    if value.type == .string, let room = data.room(value.size / 2) {
      let base = bytes.base + value.offset
      let units = UTF16Text.length(base, units: value.size / 2)
      let count = UTF16Text.narrow(base, units: units, into: room)
      // Blanks may be layout.
      if count == units, count == 0 || !isXMLBlank(room[0]) {
        return spend(count) ? data.keep(count) : nil
      }
    }
    let text = FieldText.value(plainText(of: value))
    return spend(text.utf8.count) ? data.keep(text) : nil
  }
}
