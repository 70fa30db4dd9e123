/// Reading one record.
extension EVTXReader {
  /// Reads the record between two offsets of the chunk; it is the next step when it is wanted.
  mutating func read(
    _ bytes: ChunkBytes, from start: Int, to end: Int, isRepaired: Bool, isRecovered: Bool = false
  ) {
    do {
      try readChecked(bytes, from: start, to: end, isRepaired: isRepaired, isRecovered: isRecovered)
    } catch {
      skip(from: start, to: end, error.reason)
    }
  }

  private mutating func readChecked(
    _ bytes: ChunkBytes, from start: Int, to end: Int, isRepaired: Bool, isRecovered: Bool
  ) throws(BinXMLFault) {
    // The size stands once more in the last four bytes.
    let limit = end &- 4
    var position = start &+ EVTXRecordHeader.size
    if try bytes.uint8(at: position) == BinXMLToken.fragmentHeader { position &+= 4 }
    values.removeAll(keepingCapacity: true)
    if try bytes.uint8(at: position) == BinXMLToken.templateInstance {
      let template = try BinXMLInstance.read(
        bytes, at: &position, end: limit, templates: templates, into: &values)
      guard let layout = template.layout else { throw .noHeader }
      try finish(
        bytes, layout, from: start, to: end, isRepaired: isRepaired || template.isRepaired,
        isRecovered: isRecovered)
      return
    }
    var parser = BinXMLParser(bytes, from: position, to: limit, place: .record, templates: templates)
    let content = try parser.fragment()
    guard let layout = SystemLayout(content, headerNames: templates.headerNames) else { throw .noHeader }
    try finish(
      bytes, layout, from: start, to: end, isRepaired: isRepaired || parser.isRepaired,
      isRecovered: isRecovered)
  }

  @inline(__always)
  private mutating func finish(
    _ bytes: ChunkBytes, _ layout: SystemLayout, from start: Int, to end: Int, isRepaired: Bool,
    isRecovered: Bool
  ) throws(BinXMLFault) {
    var assembler = RecordAssembler(bytes, templates: templates)
    assembler.textLeft = min(assembler.textLeft, chunkTextLeft)
    let budget = assembler.textLeft
    defer { chunkTextLeft -= budget - assembler.textLeft }
    let header = try assembler.header(layout, values)
    var isRepaired = isRepaired || templates.headerNames.isRepaired(header)
    let isWanted = wants(header)
    if isWanted || selection.checksEveryBody {
      var record = try assembler.record(header, layout, values)
      try assembler.addRest(layout.rest, values, to: &record)
      isRepaired = isRepaired || assembler.isRepaired
      if isWanted {
        let location = RecordLocation(
          offset: window.offset &+ UInt64(start), length: UInt64(end &- start), repaired: isRepaired,
          recovered: isRecovered)
        pending.append(.record(record, location))
      }
    }
    countRead(isRepaired: isRepaired)
    // A recovered record was overwritten: the log no longer covers its time.
    if !isRecovered { note(header) }
  }

  private mutating func wants(_ header: RecordHeaderValues) -> Bool {
    if selection.wantsEverything { return true }
    let names = templates.headerNames
    return selection.wants(
      provider: names.shared(header.provider), source: header.eventSourceName.flatMap { names.shared($0) },
      channel: names.shared(header.channel), eventID: header.eventID)
  }

  private mutating func note(_ header: RecordHeaderValues) {
    if let recordID = header.recordID { chunk?.note(recordID) }
    let names = templates.headerNames
    coverage.add(
      computer: names.sharedTrimmed(header.computer), channel: names.sharedTrimmed(header.channel),
      provider: names.shared(header.provider), time: header.time, recordID: header.recordID)
  }
}
