public import WindowsEventLog

/// Turns records into the bytes of one export format.
///
/// A writer decides nothing about where the bytes go: it appends to an `ExportBuffer`, which the
/// caller drains when it likes. One buffer a worker, drained in input order, gives the same output
/// with any number of workers. A format is one conforming type in a file of its own.
public protocol RecordWriter: Sendable {
  /// Appends what comes once before the first record.
  func appendHeader(to buffer: inout ExportBuffer)

  /// Appends one record, ending with a line feed.
  ///
  /// - Parameters:
  ///   - location: Where the record lies in its source, in bytes.
  ///   - source: The path of the file, or of the archive member (`a.zip!/b.xml`).
  func append(
    _ record: EventRecord, at location: RecordLocation, source: String, to buffer: inout ExportBuffer)

  /// Appends what comes once after the last record.
  func appendFooter(to buffer: inout ExportBuffer)
}

extension RecordWriter {
  public func appendHeader(to buffer: inout ExportBuffer) {}
  public func appendFooter(to buffer: inout ExportBuffer) {}
}
