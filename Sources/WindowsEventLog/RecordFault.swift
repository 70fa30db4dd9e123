/// Why one record cannot be read; the reader turns it into a `SkippedRecord`.
struct RecordFault: Error, Equatable {
  var reason: SkippedRecord.Reason

  init(_ reason: SkippedRecord.Reason) { self.reason = reason }
}
