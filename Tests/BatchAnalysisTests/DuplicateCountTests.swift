import EventSignals
import Testing
import WindowsEventLog

@testable import BatchAnalysis

/// Overlapping exports.
struct DuplicateCountTests {
  private func time(_ seconds: Int64) -> WindowsTime {
    WindowsTime(ticks: seconds * WindowsTime.ticksPerSecond)
  }

  private func source(
    _ path: String, ids: ClosedRange<UInt64>, at start: Int64 = 0, signals: [UInt64] = []
  ) -> SourceResult {
    let last = start + Int64(ids.count)
    let span = SourceCoverage.Span(
      records: UInt64(ids.count), first: time(start), last: time(last), recordIDs: [ids])
    return SourceResult(
      path: path,
      summary: SourceSummary(
        ledger: SourceLedger(read: UInt64(ids.count)),
        coverage: SourceCoverage(spans: [.init(computer: "TS01", channel: "System"): span])),
      signals: signals.map { id in
        Signal(
          rule: "schannel-36870", role: .tlsFailed,
          event: EventReference(
            source: path, offset: id, computer: "TS01", channel: "System", provider: "Schannel",
            eventID: 36870,
            recordID: id, rawTime: time(start + Int64(id))))
      })
  }

  @Test func `the second source loses what the first gave`() {
    var count = DuplicateCount()
    var first = source("a.xml", ids: 1...100, signals: [10, 90])
    var second = source("b.xml", ids: 51...150, signals: [90, 120])
    count.remove(from: &first)
    count.remove(from: &second)
    #expect(first.summary.ledger.duplicate == 0)
    #expect(second.summary.ledger.duplicate == 50)
    #expect(first.signals.count == 2)
    #expect(second.signals.map(\.event.recordID) == [120])
  }

  @Test func `ids of a cleared log are not those before`() {
    var count = DuplicateCount()
    var before = source("a.xml", ids: 1...100)
    var after = source("b.xml", ids: 1...100, at: 100_000, signals: [5])
    count.remove(from: &before)
    count.remove(from: &after)
    #expect(after.summary.ledger.duplicate == 0)
    #expect(after.signals.count == 1)
  }

  @Test func `two signals of one record are no duplicates`() {
    var count = DuplicateCount()
    var one = source("a.xml", ids: 1...10, signals: [5, 5])
    count.remove(from: &one)
    #expect(one.signals.count == 2)
    #expect(one.summary.ledger.duplicate == 0)
  }
}
