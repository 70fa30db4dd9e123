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
  var pending: [ReadStep] = []
  /// The values of the record being read; kept for its memory.
  var values: [BinXMLValue] = []
  /// Bytes of text the records of this chunk may still expand to.
  var chunkTextLeft = EVTXLimits.textPerChunk
  var isStarted: Bool
  private(set) var ledger = SourceLedger()
  var coverage: CoverageBuilder

  /// Reads a source that starts at an offset of its file, in bytes.
  init(
    source: any ByteSource, at offset: UInt64 = 0, selection: RecordSelection, options: ReaderOptions
  ) {
    window = ChunkWindow(source, at: offset)
    // Only the start of the file can have the file's header.
    isStarted = offset > 0
    recovers = options.recover
    let names = InternTable()
    templates = BinXMLTemplates(names: names)
    self.selection = SelectionTable(selection, names: names)
    coverage = CoverageBuilder(names: names, limit: options.limits.coverageSpans)
  }

  /// The next wanted record or skipped stretch; nil at the end, and from then on.
  mutating func next() throws(EventLogError) -> ReadStep? {
    while true {
      if let step = pending.popLast() { return step }
      if chunk != nil {
        continueChunk()
      } else if try !startChunk() {
        return nil
      }
    }
  }

  /// What was found so far; complete once `next` has returned nil.
  var summary: SourceSummary {
    SourceSummary(
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
    pending.append(
      .skipped(
        SkippedRecord(
          offset: window.offset + UInt64(max(0, start)), length: UInt64(max(0, end - start)),
          reason: reason)))
  }

  /// Drops bytes at the front of the window and accounts for them.
  mutating func discard(_ length: Int) {
    let before = window.offset
    window.discard(length)
    ledger.bytes += window.offset - before
  }
}
