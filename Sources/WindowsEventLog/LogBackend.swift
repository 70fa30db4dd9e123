/// A reader of one format; `EventLogReader` picks it by the first bytes and passes calls on.
protocol LogBackend: AnyObject {
  /// The next wanted record or damaged stretch; nil at the end.
  func next() throws(EventLogError) -> ReadStep?

  /// What is known so far; complete once `next()` returned nil.
  var summary: SourceSummary { get }

  /// Where records were left unread that matter only beside others, in the order of the file.
  var supporting: [SupportingStretch] { get }

  /// From now on, leaves the data of a record in bytes where it lies plainly.
  func leaveData(in data: DataBytes)
}

extension LogBackend {
  var supporting: [SupportingStretch] { [] }

  func leaveData(in data: DataBytes) {}
}
