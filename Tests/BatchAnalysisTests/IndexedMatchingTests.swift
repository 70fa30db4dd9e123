import EventSignals
import Foundation
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

  @Test func `what decides before a record is read leaves out no signal`() throws {
    let matcher = SignalMatcher(rules: try KnowledgeBase.builtIn().signals)
    let all = RecordSelection(providers: matcher.selection.providers)
    #expect(matcher.selection.decidingTexts.values.contains { !$0.isEmpty })
    var signals = 0
    for rule in matcher.rules {
      let examples = (rule.meaning.matchExamples + rule.meaning.ignoreExamples).joined(separator: "\n")
      func read(_ selection: RecordSelection) throws -> [Signal] {
        try Self.signals(
          in: EventLogReader(name: "x", bytes: Array(examples.utf8), selection: selection), matcher)
      }
      let expected = try read(all)
      #expect(try read(matcher.selection) == expected, "\(rule.name)")
      signals += expected.count
    }
    #expect(signals > 1000)
  }

  @Test func `nor does it in binary logs`() throws {
    let matcher = SignalMatcher(rules: try KnowledgeBase.builtIn().signals).indexed
    let all = RecordSelection(providers: matcher.selection.providers)
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    var logs: [String] = []
    for folder in ["Fixtures/evtx", "../shared/evtx"] {
      let path = root.appending(path: folder).path
      let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
      if names.isEmpty { print("no \(folder) beside this working copy: nothing to compare") }
      logs += names.filter { $0.hasSuffix(".evtx") }.map { path + "/" + $0 }
    }
    for log in logs.sorted() {
      let hinted = try Self.signals(in: EventLogReader(path: log, selection: matcher.selection), matcher)
      let whole = try Self.signals(in: EventLogReader(path: log, selection: all), matcher)
      #expect(hinted == whole, "\(log)")
    }
    #expect(!logs.isEmpty)
  }

  private static func signals(
    in reader: consuming EventLogReader, _ matcher: SignalMatcher
  ) throws -> [Signal] {
    var reader = reader
    var signals: [Signal] = []
    while let step = try reader.next() {
      guard case .record(let record, let location) = step else { continue }
      signals += matcher.signals(in: record, at: location, source: "x")
    }
    return signals
  }
}
