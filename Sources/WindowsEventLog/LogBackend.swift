/// A reader of one format; `EventLogReader` picks it by the first bytes and passes calls on.
protocol LogBackend: AnyObject {
  /// The next wanted record or damaged stretch; nil at the end.
  func next() throws(EventLogError) -> ReadStep?

  /// What is known so far; complete once `next()` returned nil.
  var summary: SourceSummary { get }
}
