/// Reading one record.
extension EVTXReader {
  /// Reads the record between two offsets of the chunk; it is the next step when it is wanted.
  mutating func read(
    _ bytes: ChunkBytes, from start: Int, to end: Int, isRepaired: Bool, isRecovered: Bool = false
  ) {
    do throws(BinXMLFault) {
      try readChecked(bytes, from: start, to: end, isRepaired: isRepaired, isRecovered: isRecovered)
    } catch {
      skip(from: start, to: end, error.reason)
    }
  }

  @inline(__always)
  private mutating func readChecked(
    _ bytes: ChunkBytes, from start: Int, to end: Int, isRepaired: Bool, isRecovered: Bool
  ) throws(BinXMLFault) {
    // The size stands once more in the last four bytes.
    let limit = end &- 4
    var position = start &+ EVTXRecordHeader.size
    if try bytes.uint8(at: position) == BinXMLToken.fragmentHeader { position &+= 4 }
    guard try bytes.uint8(at: position) == BinXMLToken.templateInstance else {
      return try readElements(
        bytes, from: start, at: position, to: end, isRepaired: isRepaired, isRecovered: isRecovered)
    }
    let use = try templates.instance(bytes, at: &position, end: limit, level: 0)
    guard let properties = templates.properties(use.number) else { throw .noHeader }
    let names = templates.headerNames
    let isMended = isRepaired || templates.isRepaired(use.number)
    if let header = properties.pointee.header(use.values, bytes, names), !wants(header),
      !selection.checksEveryBody
    {
      countRead(isRepaired: isMended || names.isRepaired(header))
      if !isRecovered { note(header) }
      return
    }
    guard let layout = templates.template(use.number).layout else { throw .noHeader }
    try finish(
      bytes, layout, use.values, from: start, to: end, isRepaired: isMended, isRecovered: isRecovered)
  }

  /// Reads a record that is no template instance.
  private mutating func readElements(
    _ bytes: ChunkBytes, from start: Int, at position: Int, to end: Int, isRepaired: Bool,
    isRecovered: Bool
  ) throws(BinXMLFault) {
    var parser = BinXMLParser(
      bytes, from: position, to: end - 4, place: .record, names: templates.chunkNames,
      templates: templates, depth: templates.limits.depth)
    let tree = try parser.fragment()
    guard let layout = SystemLayout(tree, headerNames: templates.headerNames) else { throw .noHeader }
    try finish(
      bytes, layout, .none, from: start, to: end, isRepaired: isRepaired || parser.isRepaired,
      isRecovered: isRecovered)
  }

  private mutating func finish(
    _ bytes: ChunkBytes, _ layout: SystemLayout, _ values: BinXMLValues, from start: Int, to end: Int,
    isRepaired: Bool, isRecovered: Bool
  ) throws(BinXMLFault) {
    var assembler = RecordAssembler(bytes, templates: templates, textLeft: chunkTextLeft)
    let budget = assembler.textLeft
    defer { chunkTextLeft -= budget - assembler.textLeft }
    let names = templates.headerNames
    let header =
      if let quick = layout.properties.pointee.header(values, bytes, names) { quick } else {
        try assembler.header(layout, values)
      }
    var isRepaired = isRepaired || names.isRepaired(header)
    let fragment = BinXMLFragment(tree: layout.tree, values: values)
    let isWanted = wants(header) && matters(fragment, layout, header, &assembler)
    if isWanted {
      chunk?.check(bytes)
      isRepaired = isRepaired || chunk?.isRepaired == true
    }
    if isWanted || selection.checksEveryBody {
      var record = try assembler.record(header, layout, values)
      if dataBytes.map({
        assembler.leave(fragment, layout.event, except: layout.system, in: $0, &record)
      }) != true {
        try assembler.addRest(fragment, layout.event, except: layout.system, to: &record)
      }
      isRepaired = isRepaired || assembler.isRepaired
      if isWanted {
        let location = RecordLocation(
          offset: window.offset &+ UInt64(start), length: UInt64(end &- start), repaired: isRepaired,
          recovered: isRecovered)
        give(.record(record, location))
      }
    }
    countRead(isRepaired: isRepaired)
    // A recovered record was overwritten: the log no longer covers its time.
    if !isRecovered { note(header) }
  }

  @inline(__always)
  private mutating func wants(_ header: RecordHeaderValues) -> Bool {
    if wantsEverything { return true }
    return wanted.contains(header) {
      let names = templates.headerNames
      return selection.wants(
        provider: names.shared(header.provider),
        source: header.eventSourceName.flatMap { names.shared($0) },
        channel: names.shared(header.channel), eventID: header.eventID)
    }
  }

  /// Whether what decides about records of this id, where anything does, speaks for this one.
  ///
  /// Nothing is deferred here: what matters only beside others is read like the rest.
  private mutating func matters(
    _ fragment: BinXMLFragment, _ layout: SystemLayout, _ header: RecordHeaderValues,
    _ assembler: inout RecordAssembler
  ) -> Bool {
    let names = templates.headerNames
    guard !wantsEverything, let provider = names.shared(header.provider) else { return true }
    let source = header.eventSourceName.flatMap { names.shared($0) }
    guard (source == nil) == (header.eventSourceName == nil) else { return true }
    let interest = selection.interest(provider: provider, source: source, eventID: header.eventID) {
      decision in
      decision.interest(
        mayHold: { assembler.mayHold($0, fragment, layout.event, except: layout.system) },
        by: { assembler.interest(by: $0, fragment, layout.event, except: layout.system) })
    }
    return interest != .none
  }

  @inline(__always)
  private mutating func note(_ header: RecordHeaderValues) {
    if let recordID = header.recordID { chunk?.note(recordID) }
    if !run.extend(header) { noteOther(header) }
  }

  private mutating func noteOther(_ header: RecordHeaderValues) {
    let names = templates.headerNames
    run.flush(into: &coverage, names: names)
    if run.begin(header) { return }
    coverage.add(
      computer: names.sharedTrimmed(header.computer), channel: names.sharedTrimmed(header.channel),
      provider: names.shared(header.provider), time: header.time, recordID: header.recordID)
  }
}
