import WindowsEventLog

extension SourceReading {
  /// Runs a reader to its end, or to an interrupt; what cannot be read becomes a notice.
  ///
  /// - Parameters:
  ///   - open: Makes the reader.
  ///   - take: Takes one step into the reading; false ends it.
  init(
    path: String, state: RunState, open: () throws(EventLogError) -> EventLogReader,
    take: (consuming ReadStep, inout SourceReading) -> Bool
  ) {
    self.init(result: SourceResult(path: path))
    do throws(EventLogError) {
      var reader = try open()
      do throws(EventLogError) {
        // A step is large: handed on, not copied.
        while !state.isInterrupted, let step = try reader.next() {
          guard take(consume step, &self) else { break }
        }
      } catch {
        // What came before is kept; a file without any record is named below.
        if reader.summary.ledger.found == 0 { throw error }
        result.notices.append(
          AnalysisNotice(path: path, kind: .damaged, message: error.sentence(about: path)))
      }
      result.summary = reader.summary
      supporting = reader.supporting
    } catch {
      result.isReadable = false
      result.notices.append(
        AnalysisNotice(path: path, kind: .unreadable, message: error.sentence(about: path)))
    }
    state.advance(records: result.summary.ledger.read)
  }
}
