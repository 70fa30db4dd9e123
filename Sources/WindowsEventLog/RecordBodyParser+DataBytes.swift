/// EventData handed on without making strings of it.
extension RecordBodyParser {
  /// Leaves EventData in `data`, and its binary part in the record; the index behind it, or nil when it has to be
  /// read in full.
  mutating func plainData(
    at start: Int, _ prefersBase64: Bool, _ data: DataBytes, _ record: inout EventRecord
  ) -> Int? {
    let fieldsBefore = fields
    data.removeAll()
    guard let tag = startTag(at: start), tag.name.count == 9, tag.nameValue == nil, !tag.isEmpty,
      let index = plainFields(from: tag.end, prefersBase64, data, &record)
    else {
      fields = fieldsBefore
      data.removeAll()
      record.binary = nil
      return nil
    }
    record.container = .eventData
    data.isFilled = true
    return index
  }

  private mutating func plainFields(
    from start: Int, _ prefersBase64: Bool, _ data: DataBytes, _ record: inout EventRecord
  ) -> Int? {
    var index = start
    while true {
      index = reader.skipBlanks(index)
      guard index < end, text[index] == UInt8(ascii: "<") else { return nil }
      if text[index + 1] == UInt8(ascii: "/") {
        return text.holds("</EventData>", at: index) ? index + 12 : nil
      }
      guard let tag = startTag(at: index) else { return nil }
      if tag.name.count == 6, text.holds("Binary", at: tag.name.start) {
        guard let next = binary(tag, prefersBase64, &record) else { return nil }
        index = next
        continue
      }
      guard tag.name.count == 4, text.holds("Data", at: tag.name.start),
        let next = plainField(tag, data)
      else { return nil }
      index = next
    }
  }

  private func binary(_ tag: StartTag, _ prefersBase64: Bool, _ record: inout EventRecord) -> Int? {
    guard record.binary == nil, !tag.isEmpty, let content = reader.characterData(from: tag.end),
      let bytes = BinaryText.decode(content.value, prefersBase64: prefersBase64)
    else { return nil }
    record.binary = bytes.isEmpty ? nil : bytes
    return closingTag(of: tag.name, at: content.end)
  }

  @inline(__always) private func plainField(_ tag: StartTag, _ data: DataBytes) -> Int? {
    var name: UnsafeBufferPointer<UInt8>?
    if let range = tag.nameValue, range.count > 0 {
      guard reader.isASCII(range) else { return nil }
      name = place(range)
    }
    if tag.isEmpty {
      data.append(name: name, value: UnsafeBufferPointer(start: nil, count: 0))
      return tag.end
    }
    if let range = reader.plainData(from: tag.end) {
      data.append(name: name, value: place(range))
      return closingTag(of: tag.name, at: range.end)
    }
    guard let content = reader.characterData(from: tag.end) else { return nil }
    let value = FieldText.value(content.value)
    // An array written as text is several values.
    guard FieldText.pseudoArray(value) == nil, let kept = data.keep(value) else { return nil }
    data.append(name: name, value: kept)
    return closingTag(of: tag.name, at: content.end)
  }

  @inline(__always) private func place(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.base + range.start, count: range.count)
  }
}
