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
      let index = fields(
        from: tag.end, prefersBase64, &record, { parser, tag, _ in parser.plainField(tag, data) })
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

  @inline(__always) private func plainField(_ tag: StartTag, _ data: DataBytes) -> Int? {
    guard isNamed("Data", tag) else { return nil }
    var name: UnsafeBufferPointer<UInt8>?
    if let range = tag.nameValue, range.count > 0 {
      guard text.isASCII(range) else { return nil }
      name = place(range)
    }
    if !tag.isEmpty, let range = reader.plainData(from: tag.end) {
      data.append(name: name, value: place(range))
      return closingTag(of: tag.name, at: range.end)
    }
    guard let content = content(of: tag) else { return nil }
    let value = FieldText.value(content.value)
    // An array written as text is several values.
    guard FieldText.pseudoArray(value) == nil, let kept = data.keep(value) else { return nil }
    data.append(name: name, value: kept)
    return content.end
  }

  @inline(__always) private func place(_ range: ByteRange) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: text.base + range.start, count: range.count)
  }
}
