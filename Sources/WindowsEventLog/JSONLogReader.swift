/// Reads exports written as JSON: a record a line, or pretty-printed ones after another.
final class JSONLogReader: LogBackend {
  private let window: TextWindow
  private let limits: ReaderLimits
  private let encoding: TextEncoding
  private let names = InternTable()
  private var selection: SelectionTable
  private var coverage: CoverageBuilder
  private var ledger = SourceLedger()
  private var position = 0
  private var dialect = "unknown"
  private var codePage: CodePage?
  private(set) var supporting: [SupportingStretch] = []
  /// Off where a test wants every record to be read whole.
  private let usesShortcuts: Bool
  private let markLength: Int

  init(
    source: any ByteSource, head: SourceHead, origin: UInt64, selection: RecordSelection,
    options: ReaderOptions
  ) {
    limits = options.limits
    usesShortcuts = options.usesShortcuts
    encoding = head.encoding
    markLength = origin == 0 ? head.markLength : 0
    window = TextWindow(
      source: source, encoding: head.encoding, origin: origin + UInt64(markLength),
      limit: options.limits.recordBytes)
    self.selection = SelectionTable(selection, names: names)
    coverage = CoverageBuilder(names: names, limit: options.limits.coverageSpans)
  }

  var summary: SourceSummary {
    var ledger = ledger
    ledger.bytes = window.bytesRead + UInt64(markLength)
    return SourceSummary(
      description: SourceDescription(
        dialect: dialect, encoding: codePage?.name ?? encoding.name),
      ledger: ledger, coverage: coverage.coverage())
  }

  func next() throws(EventLogError) -> ReadStep? {
    while true {
      let framer = JSONFramer(text: window.text, isComplete: window.isAtEnd)
      guard let start = framer.nextObject(from: position) else {
        if window.isAtEnd { return nil }
        _ = try window.refill(keeping: window.text.count)
        position = 0
        continue
      }
      position = start
      switch framer.end(from: start) {
      case .closed(let end):
        if end == window.text.count, !window.isAtEnd {
          try goOn(from: start)
          continue
        }
        guard framer.isObjectEnd(end) else {
          // An object that goes on behind its end lost a bracket; its line is given up.
          position = framer.nextLine(from: end)
          return skip(start, position, .malformed)
        }
        position = end
        if let step = read(ByteRange(start: start, count: end - start)) { return step }
      case .cutOff(let next):
        position = next
        return skip(start, next, .truncated)
      case .open:
        if !window.isAtEnd, window.text.count - start < limits.recordBytes {
          try goOn(from: start)
          continue
        }
        // No record begins at the start of a line in all of this, or it would have cut this one off.
        position = window.text.count
        return skip(start, position, window.isAtEnd ? .truncated : .tooLarge)
      }
    }
  }

  private func goOn(from start: Int) throws(EventLogError) {
    _ = try window.refill(keeping: start)
    position = 0
  }

  private func read(_ frame: ByteRange) -> ReadStep? {
    if usesShortcuts, !selection.checksEveryBody, passOver(frame) { return nil }
    do throws(RecordFault) {
      let bytes = window.text.bytes(frame)
      let codePage = CodePage.of(bytes, in: encoding)
      var parser = JSONParser(bytes, limits: limits, codePage: codePage)
      let value = try parser.parse()
      guard JSONEvent.isEvent(value) else { return nil }
      let record = try EventRecord(event: try JSONEvent.element(value, limits: limits), limits: limits)
      note(value["EventId"] == nil ? "evtx_dump-json" : "EvtxECmd-json")
      self.codePage = self.codePage ?? codePage
      coverage.add(
        computer: id(record.computer), channel: id(record.channel), provider: id(record.provider),
        time: record.time, recordID: record.recordID)
      ledger.read += 1
      if parser.isRepaired { ledger.repaired += 1 }
      guard selection.wants(record) else { return nil }
      let start = window.offset(of: frame.start)
      let location = RecordLocation(
        offset: start, length: window.offset(of: frame.end) - start, repaired: parser.isRepaired)
      return .record(record, location)
    } catch {
      return skip(frame.start, frame.end, error.reason)
    }
  }

  /// Counts a record that is not wanted, or not now, by its header; false where it has to be read.
  private func passOver(_ frame: ByteRange) -> Bool {
    let text = window.text
    guard let header = JSONHeaderScanner.header(of: frame, in: text),
      let provider = names.id(of: text.bytes(header.provider)),
      let source = names.id(of: text.bytes(header.eventSourceName)),
      let channel = names.id(of: text.bytes(header.channel)),
      let computer = names.id(of: text.bytes(header.computer))
    else { return false }
    var time: WindowsTime?
    if header.systemTime.count > 0 {
      guard let instant = WindowsTime(iso8601: text.bytes(header.systemTime)) else { return false }
      time = instant
    }
    switch interest(
      header, provider: provider, source: header.eventSourceName.count > 0 ? source : nil, channel: channel,
      end: frame.end)
    {
    case .wanted: return false
    case .supporting: supporting.add(frame, of: window, at: time)
    case .none: break
    }
    note(header.bodyStart == nil ? "EvtxECmd-json" : "evtx_dump-json")
    coverage.add(
      computer: computer, channel: channel, provider: provider, time: time, recordID: header.recordID)
    ledger.read += 1
    return true
  }

  private func interest(
    _ header: JSONHeader, provider: Int, source: Int?, channel: Int, end: Int
  ) -> RecordInterest {
    guard selection.wants(provider: provider, source: source, channel: channel, eventID: header.eventID)
    else {
      return .none
    }
    // The data of a flat line is JSON once more, in a string.
    guard let start = header.bodyStart else { return .wanted }
    let text = window.text
    return selection.interest(provider: provider, source: source, eventID: header.eventID) { decision in
      decision.interest(
        mayHold: { $0.mayStand(inJSON: text, from: start, to: end) },
        by: { $0.interest(inJSON: text, from: start, to: end) })
    }
  }

  private func note(_ found: String) {
    if dialect == "unknown" {
      dialect = found
    } else if dialect != found {
      dialect = "mixed"
    }
  }

  private func id(_ name: String) -> Int? {
    var name = name
    return name.withUTF8 { names.id(of: UnsafeRawBufferPointer($0)) }
  }

  private func skip(_ start: Int, _ end: Int, _ reason: SkippedRecord.Reason) -> ReadStep {
    ledger.skipped += 1
    let offset = window.offset(of: start)
    return .skipped(
      SkippedRecord(offset: offset, length: window.offset(of: end) - offset, reason: reason))
  }
}
