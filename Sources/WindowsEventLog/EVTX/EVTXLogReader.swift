/// The backend of `EventLogReader` for binary logs.
final class EVTXLogReader: LogBackend {
  private var reader: EVTXReader

  /// `origin` is where in the file the source starts, in bytes.
  init(
    source: any ByteSource, origin: UInt64, selection: RecordSelection, options: ReaderOptions
  ) {
    reader = EVTXReader(source: source, at: origin, selection: selection, options: options)
  }

  func leaveData(in data: DataBytes) { reader.dataBytes = data }

  func next() throws(EventLogError) -> ReadStep? { try reader.next() }

  var summary: SourceSummary { reader.summary }
}
