import EventSignals
import KnowledgeBase
import Testing
import WindowsEventLog

@testable import BatchAnalysis

/// The index over texts neither loses nor adds a signal, over every example of every built-in rule.
struct IndexedMatchingTests {
  @Test func `every example gives the same signals with the index and without`() throws {
    let plain = SignalMatcher(rules: try KnowledgeBase.builtIn().signals)
    let indexed = plain.indexed
    let place = RecordLocation(offset: 0, length: 1)
    var signals = 0
    for rule in plain.rules {
      for text in rule.meaning.matchExamples + rule.meaning.ignoreExamples {
        guard var record = RuleTest.record(text) else { continue }
        record.time = record.time ?? WindowsTime(ticks: 1)
        let expected = plain.signals(in: record, at: place, source: "x")
        #expect(indexed.signals(in: record, at: place, source: "x") == expected, "\(rule.name)")
        signals += expected.count
      }
    }
    #expect(signals > 1000)
  }
}
