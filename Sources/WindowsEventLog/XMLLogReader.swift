/// Reads exports written as XML, in any dialect and any mixture of them.
final class XMLLogReader: LogBackend {
  let window: TextWindow
  let limits: ReaderLimits
  let encoding: TextEncoding
  let names = InternTable()
  var selection: SelectionTable
  var coverage: CoverageBuilder
  var dialect: DialectDetector
  var ledger = SourceLedger()
  /// Where to go on in the window.
  var position = 0
  var searched = SearchedSections()
  /// Where pieces of a lost record began, between two records.
  var fragment: Fragment?
  var sawDocumentType = false
  var sawRoot = false
  /// The code page that some of its records are in; nil for Unicode.
  var codePage: CodePage?
  /// Off where a test or the fuzzer wants libxml2 to read every record.
  let usesShortcuts: Bool
  private(set) var supporting: [SupportingStretch] = []
  /// Where to leave the data of records, if not in them.
  private var dataBytes: DataBytes?
  private var cache = HeaderNames()
  private let prefixes = HeaderPrefixes()
  private let endings = HeaderEndings()
  private let markLength: Int

  /// Names of the record before: the next one mostly has the same.
  struct HeaderNames {
    var provider = -1
    var source = -1
    var channel = -1
    var computer = -1
  }

  struct Fragment {
    var start: UInt64
    var reason: SkippedRecord.Reason
    /// Whether it holds elements only records have.
    var isRecordPart: Bool
  }

  init(
    source: any ByteSource, head: SourceHead, origin: UInt64, selection: RecordSelection,
    options: ReaderOptions, dialect: String = "unknown"
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
    self.dialect = DialectDetector(dialect: dialect)
  }

  var summary: SourceSummary {
    var ledger = ledger
    ledger.bytes = window.bytesRead + UInt64(markLength)
    return SourceSummary(
      description: SourceDescription(
        dialect: dialect.dialect, encoding: codePage?.name ?? encoding.name),
      ledger: ledger, coverage: coverage.coverage())
  }

  func leaveData(in data: DataBytes) { dataBytes = data }

  func next() throws(EventLogError) -> ReadStep? {
    dataBytes?.removeAll()
    while true {
      switch try nextStart() {
      case .record(let start): if let step = try readRecord(at: start) { return step }
      case .skipped(let record):
        ledger.skipped += 1
        return .skipped(record)
      case .end: return nil
      }
    }
  }

  /// Reads the record that starts at an index; nil when it is not wanted, or was too large to end here.
  private func readRecord(at first: Int) throws(EventLogError) -> ReadStep? {
    var start = first
    while true {
      let text = window.text
      var parser = SystemHeaderParser(text, prefixes: prefixes, endings: endings)
      let headerEnd = parser.parse(from: start)
      var framer = RecordFramer(text, isComplete: window.isAtEnd, searched: searched)
      let end = framer.end(from: headerEnd ?? nameEnd(text, start))
      searched = framer.searched
      switch end {
      case .closed(let end, let hasSection):
        position = end
        dialect.sawRecord(text, at: start)
        let frame = ByteRange(start: start, count: end - start)
        if let headerEnd, !hasSection {
          return read(frame, parser.header, bodyStart: headerEnd)
        }
        return readSlowly(frame, hasSection: hasSection)
      case .cutOff(let next):
        position = next
        return skip(ByteRange(start: start, count: next - start), .truncated)
      case .open:
        if !window.isAtEnd, text.count - start < limits.recordBytes {
          searched.shift(by: start)
          _ = try window.refill(keeping: start)
          start = 0
          continue
        }
        return giveUp(start, framer)
      }
    }
  }

  /// The end of a start tag's name, past any prefix.
  private func nameEnd(_ text: PaddedText, _ start: Int) -> Int {
    var index = start + 1
    while index < text.count, index - start < 256, !isNameEnd(text[index]), text[index] != UInt8(ascii: "<") {
      index += 1
    }
    return index
  }

  /// Leaves a record that does not end, without losing an intact one that begins inside it.
  private func giveUp(_ start: Int, _ framer: RecordFramer) -> ReadStep? {
    let reason: SkippedRecord.Reason = window.isAtEnd ? .truncated : .tooLarge
    let count = window.text.count
    if let next = framer.recordStart(from: start + 6, to: count) {
      position = next
      return skip(ByteRange(start: start, count: next - start), reason)
    }
    if window.isAtEnd {
      position = count
      return skip(ByteRange(start: start, count: count - start), reason)
    }
    fragment = Fragment(start: window.offset(of: start), reason: reason, isRecordPart: true)
    // The name of a tag may straddle the end of the window.
    position = max(start + 6, count - RecordFramer.longestTag)
    return nil
  }

  private func read(_ frame: ByteRange, _ header: SystemHeader, bodyStart: Int) -> ReadStep? {
    let text = window.text
    guard let provider = intern(header.provider, &cache.provider),
      let source = intern(header.eventSourceName, &cache.source),
      let channel = intern(header.channel, &cache.channel),
      let computer = intern(header.computer, &cache.computer)
    else { return readSlowly(frame, hasSection: false) }
    var isWanted = selection.wants(
      provider: provider, source: header.eventSourceName.count == 0 ? nil : source, channel: channel,
      eventID: header.eventID)
    var isSupporting = false
    if isWanted {
      let interest = selection.interest(
        provider: provider, source: header.eventSourceName.count == 0 ? nil : source, eventID: header.eventID
      ) { decision in
        decision.interest(
          mayHold: { $0.mayStand(in: text, from: bodyStart, to: frame.end, hasBase64: isPython(header)) },
          by: { $0.interest(in: text, from: bodyStart, to: frame.end) })
      }
      isWanted = interest == .wanted
      isSupporting = interest == .supporting
    }
    if isWanted || selection.checksEveryBody {
      let strings = HeaderStrings(
        provider: names.string(provider),
        source: header.eventSourceName.count == 0 ? nil : names.string(source),
        channel: names.string(channel), computer: names.string(computer))
      guard usesShortcuts, let record = parseInPlace(frame, header, strings, bodyStart: bodyStart)
      else { return readSlowly(frame, hasSection: false) }
      coverage.add(
        computer: computer, channel: channel, provider: provider, time: record.time, recordID: record.recordID
      )
      ledger.read += 1
      if isSupporting { supporting.add(frame, of: window, at: record.time) }
      return isWanted && !isSupporting ? .record(record, location(frame, isRepaired: false)) : nil
    }
    let time = header.systemTime.count == 0 ? nil : WindowsTime(iso8601: text.bytes(header.systemTime))
    coverage.add(
      computer: computer, channel: channel, provider: provider, time: time, recordID: header.recordID)
    ledger.read += 1
    if isSupporting { supporting.add(frame, of: window, at: time) }
    return nil
  }

  private func parseInPlace(
    _ frame: ByteRange, _ header: SystemHeader, _ strings: HeaderStrings, bodyStart: Int
  ) -> EventRecord? {
    let text = window.text
    guard var record = EventRecord(header, in: text, names: strings) else { return nil }
    var parser = RecordBodyParser(text, frame: frame, names: names, limits: limits)
    return parser.parse(
      from: bodyStart, prefersBase64: isPython(header), into: &record, leavingDataIn: dataBytes)
      ? record : nil
  }

  /// Whether python-evtx wrote the record, which puts binary parts in Base64.
  private func isPython(_ header: SystemHeader) -> Bool {
    header.hasEmptyAttribute && header.systemTime.count > 10
      && window.text[header.systemTime.start + 10] == 0x20
  }

  @inline(__always) private func intern(_ range: ByteRange, _ last: inout Int) -> Int? {
    let bytes = window.text.bytes(range)
    if range.count > 0, names.isName(last, bytes) { return last }
    guard let id = names.id(of: bytes) else { return nil }
    last = id
    return id
  }

  /// Reads a record by libxml2, after mending what stands in its way.
  private func readSlowly(_ frame: ByteRange, hasSection: Bool) -> ReadStep? {
    do {
      let (record, isRepaired) = try parseSlowly(frame)
      coverage.add(
        computer: id(record.computer), channel: id(record.channel), provider: id(record.provider),
        time: record.time, recordID: record.recordID)
      ledger.read += 1
      if isRepaired { ledger.repaired += 1 }
      return selection.wants(record) ? .record(record, location(frame, isRepaired: isRepaired)) : nil
    } catch {
      let framer = RecordFramer(window.text, isComplete: true)
      if hasSection, let next = framer.recordStart(from: frame.start + 6, to: frame.end) {
        // The section was no section, or was never closed: what lies in it may be intact records.
        position = next
        return skip(ByteRange(start: frame.start, count: next - frame.start), .truncated)
      }
      return skip(frame, error.reason)
    }
  }

  private func parseSlowly(_ frame: ByteRange) throws(RecordFault) -> (EventRecord, isRepaired: Bool) {
    guard frame.count <= limits.recordBytes else { throw RecordFault(.tooLarge) }
    var mender = RecordMender(window.text.bytes(frame), limits: limits)
    let mended = try mender.mend(encoding: encoding)
    if mender.metUnknownEntity, sawDocumentType { throw RecordFault(.doctype) }
    let tree = try LibXMLRecordParser(limits: limits).parse(mended)
    let record = try EventRecord(event: tree, limits: limits)
    codePage = codePage ?? mender.codePage
    return (record, mender.isRepaired)
  }

  private func id(_ name: String) -> Int? {
    var name = name
    return name.withUTF8 { names.id(of: UnsafeRawBufferPointer($0)) }
  }

  private func location(_ frame: ByteRange, isRepaired: Bool) -> RecordLocation {
    let start = window.offset(of: frame.start)
    return RecordLocation(
      offset: start, length: window.offset(of: frame.end) - start, repaired: isRepaired)
  }

  private func skip(_ range: ByteRange, _ reason: SkippedRecord.Reason) -> ReadStep {
    ledger.skipped += 1
    let start = window.offset(of: range.start)
    return .skipped(
      SkippedRecord(offset: start, length: window.offset(of: range.end) - start, reason: reason))
  }
}
