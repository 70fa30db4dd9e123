package import WindowsEventLog

/// A writer that takes the data of a record as bytes.
package protocol DataBytesWriter: RecordWriter {
  /// Appends one record, whose data is in `data` where that is filled.
  func append(
    _ record: EventRecord, data: DataBytes?, at location: RecordLocation, source: String,
    to buffer: inout ExportBuffer)
}
