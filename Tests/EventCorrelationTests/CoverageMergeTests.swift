import Testing
import WindowsEventLog

@testable import EventCorrelation

struct CoverageMergeTests {
  private func at(_ seconds: Double) -> WindowsTime { WindowsTime(ticks: 0).advanced(bySeconds: seconds) }

  private func source(_ from: Double, _ to: Double, _ ids: [ClosedRange<UInt64>]) -> SourceCoverage {
    SourceCoverage(spans: [
      .init(computer: "TS-BIRCH", channel: "System"): .init(
        records: 1, first: at(from), last: at(to), recordIDs: ids)
    ])
  }

  private func merge(_ sources: [SourceCoverage]) -> SiteCoverage.Entry? {
    CoverageMerge.merge(sources, host: { _ in 0 }, known: [:]) { _, time in time }.entries.first
  }

  @Test func `overlapping exports make one span without a gap`() throws {
    let entry = try #require(merge([source(0, 1000, [1...50]), source(800, 2000, [40...90])]))
    #expect(entry.first == at(0))
    #expect(entry.last == at(2000))
    #expect(entry.gaps.isEmpty)
    #expect(entry.silences.isEmpty)
  }

  @Test func `records missing between two exports are a gap between their times`() throws {
    let entry = try #require(merge([source(0, 1000, [1...50]), source(5000, 6000, [61...90])]))
    #expect(entry.gaps == [.init(from: at(1000), to: at(5000), missingRecords: 10)])
    #expect(entry.silences == [at(1000)...at(5000)])
  }

  @Test func `what one export leaves out another may hold`() throws {
    var quiet = source(0, 5000, [1...50])
    quiet.spans[.init(computer: "TS-BIRCH", channel: "System")]?.silences = [at(100)...at(4000)]
    let entry = try #require(merge([quiet, source(50, 4100, [51...60])]))
    #expect(entry.silences.isEmpty)
  }
}
