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
    let isUnusual = anyItem(
      of: fragment, span, except: system,
      isUnusual: { place, fragment in
        containers += 1
        return containers > 1 || fragment.tree[place].content != place + 1
      },
      test: { assembler, place, fragment in !assembler.leave(place, fragment, in: data, &binary) })
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
    do throws(BinXMLFault) {
      if let text = try itemName(place, element, fragment) {
        guard let kept = data.keep(text) else { return false }
        name = kept
      }
    } catch { return false }
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
