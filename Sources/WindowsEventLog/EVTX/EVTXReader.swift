/// Reads a binary event log (.evtx) record by record.
///
/// One 64 KiB chunk is in memory at a time. A chunk is found by its own head, whatever the file's
/// header says; a damaged record costs itself, a damaged chunk its 64 KiB. Provider, id, names and time
/// of every record are read in place, the rest only of records that are wanted.
struct EVTXReader: ~Copyable {
  let window: ChunkWindow
  let templates: BinXMLTemplates
  let recovers: Bool
  var selection: SelectionTable
  var chunk: EVTXChunkCursor?
  /// The step found but not yet given; never more than one.
  private var pending: ReadStep?
  /// Whether there is one: steps are large, and looking at one copies it.
  private(set) var hasPending = false
  let wanted = WantedRecords()
  let wantsEverything: Bool
  /// Where to leave the data of records, if not in them.
  var dataBytes: DataBytes?
  /// Bytes of text the records of this chunk may still expand to.
  var chunkTextLeft = EVTXLimits.textPerChunk
  var isStarted: Bool
  private(set) var ledger = SourceLedger()
  var coverage: CoverageBuilder
  /// The last records, not in `coverage` yet.
  var run = CoverageRun()

  /// Reads a source that starts at an offset of its file, in bytes.
  init(
    source: any ByteSource, at offset: UInt64 = 0, selection: RecordSelection, options: ReaderOptions
  ) {
    window = ChunkWindow(source, at: offset)
    // Only the start of the file can have the file's header.
    isStarted = offset > 0
    recovers = options.recover
    let names = InternTable()
    templates = BinXMLTemplates(names: names, limits: options.limits)
    wantsEverything = selection.providers == nil
    self.selection = SelectionTable(selection, names: names)
    coverage = CoverageBuilder(names: names, limit: options.limits.coverageSpans)
  }

  /// The next wanted record or skipped stretch; nil at the end, and from then on.
  mutating func next() throws(EventLogError) -> ReadStep? {
    while true {
      if hasPending {
        hasPending = false
        return pending.take()
      }
      if chunk != nil {
        continueChunk()
      } else if try !startChunk() {
        return nil
      }
    }
  }

  /// What was found so far; complete once `next` has returned nil.
  var summary: SourceSummary {
    var coverage = coverage
    var run = run
    run.flush(into: &coverage, names: templates.headerNames)
    return SourceSummary(
      description: SourceDescription(dialect: "evtx", encoding: "binary"), ledger: ledger,
      coverage: coverage.coverage())
  }

  /// Counts a record that was read.
  mutating func countRead(isRepaired: Bool) {
    ledger.read += 1
    if isRepaired { ledger.repaired += 1 }
  }

  /// Gives up a stretch of the window: the next step says so.
  mutating func skip(from start: Int, to end: Int, _ reason: SkippedRecord.Reason) {
    ledger.skipped += 1
    give(
      .skipped(
        SkippedRecord(
          offset: window.offset + UInt64(max(0, start)), length: UInt64(max(0, end - start)),
          reason: reason)))
  }

  /// Makes a step the next one.
  mutating func give(_ step: consuming ReadStep) {
    pending = consume step
    hasPending = true
  }

  /// Drops bytes at the front of the window and accounts for them.
  mutating func discard(_ length: Int) {
    let before = window.offset
    window.discard(length)
    ledger.bytes += window.offset - before
  }
}
