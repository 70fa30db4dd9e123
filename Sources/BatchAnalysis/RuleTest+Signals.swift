import EventSignals
import WindowsEventLog

extension RuleTest {
  /// What does not hold of a signal's examples.
  func failures(of signal: SignalRule) -> [String] {
    let cases =
      signal.meaning.matchExamples.map { ($0, true) } + signal.meaning.ignoreExamples.map { ($0, false) }
    return cases.enumerated().compactMap { index, item in
      let (text, expected) = item
      let isMatch = expected ? "match" : "ignore"
      let number = expected ? index : index - signal.meaning.matchExamples.count
      guard let record = Self.record(text) else {
        return "`examples.\(isMatch)[\(number)]` does not read as an event"
      }
      guard signal.detection.matches(RecordFields(record)) == expected else {
        return "`examples.\(isMatch)[\(number)]` \(expected ? "does not match" : "matches")"
      }
      return nil
    }
  }

  /// The record of an `<Event>` text, as the reader of every log gives it.
  static func record(_ text: String) -> EventRecord? {
    do throws(EventLogError) {
      var reader = try EventLogReader(name: "example", bytes: Array(text.utf8), selection: .everything)
      while let step = try reader.next() {
        if case .record(let record, _) = step { return record }
      }
    } catch { return nil }
    return nil
  }
}
