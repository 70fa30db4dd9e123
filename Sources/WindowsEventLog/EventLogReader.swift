/// Reads one exported event log, whatever program wrote it and however it is damaged.
///
/// Pull and synchronous: call `next()` until it returns nil. Records that the selection does not
/// want are counted in the summary and read no further than their System element. Memory does not
/// grow with the input.
public struct EventLogReader: ~Copyable {
  private let name: String
  private let backend: any LogBackend
  /// The first characters, for the error of a text without records; nil for a slice.
  private let headText: [UInt8]?
  private var isDone = false

  /// Opens a file, or a pipe.
  ///
  /// Throws when it cannot be opened, is empty, or is recognised as something else.
  public init(
    path: String, selection: RecordSelection, options: ReaderOptions = .init()
  ) throws(EventLogError) {
    let source = try FileByteSource(path: path)
    try self.init(name: path, source: source, selection: selection, options: options)
  }

  /// Opens one stretch of a file, as `slices(of:size:)` cut it.
  ///
  /// Throws when the file cannot be opened.
  public init(
    path: String, slice: LogSlice, selection: RecordSelection, options: ReaderOptions = .init()
  ) throws(EventLogError) {
    let range = slice.offset..<(slice.offset.addingReportingOverflow(slice.length).partialValue)
    let skipped = slice.offset == 0 ? UInt64(slice.head.markLength) : 0
    let source = try FileByteSource(
      path: path, range: min(range.lowerBound + skipped, range.upperBound)..<range.upperBound)
    let backend = Self.backend(
      source: source, head: slice.head, origin: slice.offset, selection: selection,
      options: options)
    self.init(name: path, backend: backend, headText: nil)
  }

  /// Opens bytes in memory; `name` stands for them in errors.
  ///
  /// Throws when they are none or are recognised as something else.
  public init(
    name: String, bytes: [UInt8], selection: RecordSelection, options: ReaderOptions = .init()
  ) throws(EventLogError) {
    try self.init(name: name, source: MemoryByteSource(bytes), selection: selection, options: options)
  }

  /// Opens any source of bytes; `name` stands for it in errors.
  ///
  /// Throws when it cannot be read, is empty, or is recognised as something else.
  public init(
    name: String, source: any ByteSource, selection: RecordSelection, options: ReaderOptions = .init()
  ) throws(EventLogError) {
    var source = source
    let bytes = try Self.head(of: &source)
    let head = try SourceHead(bytes, name: name)
    let backend = Self.backend(
      source: RewoundByteSource(head: bytes, from: head.markLength, rest: source),
      head: head, origin: 0, selection: selection, options: options)
    self.init(
      name: name, backend: backend,
      headText: SourceHead.plainText(bytes, head.encoding, head.markLength))
  }

  private init(name: String, backend: any LogBackend, headText: [UInt8]?) {
    self.name = name
    self.backend = backend
    self.headText = headText
  }

  /// The next wanted record or damaged stretch, in the order of the file; nil at the end.
  ///
  /// Throws when the source cannot be read further, or at the end of a text that held no event at all.
  public mutating func next() throws(EventLogError) -> ReadStep? {
    guard !isDone else { return nil }
    // Steps are large: bound to a name it would be copied.
    let step = try backend.next()
    guard step == nil else { return step }
    isDone = true
    if let headText, backend.summary.ledger.found == 0, !Self.isEmptyExport(headText) {
      let foreign = ForeignFormat.guess(text: headText)
      throw .notAnEventLog(path: name, found: foreign.found, advice: foreign.advice)
    }
    return nil
  }

  /// From now on, leaves the data of a record in `data` instead of in the record where that saves making strings.
  package func leaveData(in data: DataBytes) { backend.leaveData(in: data) }

  /// What the source holds, wanted or not; complete once `next()` returned nil.
  public var summary: SourceSummary { backend.summary }

  /// Where records were left unread that matter only beside others, in the order of the file.
  ///
  /// Empty unless the selection defers them; complete once `next()` returned nil.
  public var supporting: [SupportingStretch] { backend.supporting }

  /// A log without events is a log all the same.
  private static func isEmptyExport(_ text: [UInt8]) -> Bool {
    text.starts(with: "ElfFile".utf8)
      || String(decoding: text.prefix(4096), as: UTF8.self).contains("<Events")
  }

  static func head(of source: inout any ByteSource) throws(EventLogError) -> [UInt8] {
    var failure: EventLogError?
    let bytes = [UInt8](unsafeUninitializedCapacity: SourceHead.length) { buffer, count in
      do throws(EventLogError) {
        while count < buffer.count {
          let rest = UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[count...]))
          let more = try source.read(into: rest)
          if more == 0 { break }
          count += more
        }
      } catch {
        failure = error
      }
    }
    if let failure { throw failure }
    return bytes
  }

  private static func backend(
    source: any ByteSource, head: SourceHead, origin: UInt64,
    selection: RecordSelection, options: ReaderOptions
  ) -> any LogBackend {
    switch head.format {
    case .xml:
      return XMLLogReader(
        source: source, head: head, origin: origin, selection: selection, options: options)
    case .json:
      return JSONLogReader(
        source: source, head: head, origin: origin, selection: selection, options: options)
    case .evtx:
      return EVTXLogReader(source: source, origin: origin, selection: selection, options: options)
    }
  }
}
