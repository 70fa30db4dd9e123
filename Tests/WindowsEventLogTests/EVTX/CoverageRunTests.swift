import Testing

@testable import WindowsEventLog

@Suite struct CoverageRunTests {
  /// Every record by itself, and the same through runs.
  private func coverages(_ records: [(id: UInt64?, seconds: Int64?, provider: Int)]) -> [SourceCoverage] {
    [true, false].map { usesRuns in
      let interned = InternTable()
      let names = HeaderNames(names: interned)
      let numbers = ["P", "Q", "System", "pc-1.contoso.example"].map { names.number(of: $0) }
      var coverage = CoverageBuilder(names: interned, limit: 100)
      var run = CoverageRun()
      for record in records {
        var header = RecordHeaderValues(eventID: 1)
        header.provider = numbers[record.provider]
        header.channel = numbers[2]
        header.computer = numbers[3]
        header.recordID = record.id
        header.time = record.seconds.map {
          WindowsTime(ticks: 133_746_875_570_387_882 + $0 * WindowsTime.ticksPerSecond)
        }
        if usesRuns, run.extend(header) { continue }
        run.flush(into: &coverage, names: names)
        if usesRuns, run.begin(header) { continue }
        coverage.add(
          computer: names.sharedTrimmed(header.computer), channel: names.sharedTrimmed(header.channel),
          provider: names.shared(header.provider), time: header.time, recordID: header.recordID)
      }
      run.flush(into: &coverage, names: names)
      return coverage.coverage()
    }
  }

  @Test func `covers the same as records one by one`() {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<200 {
      var id: UInt64 = 1000
      var seconds: Int64 = 0
      let records = (0..<Int.random(in: 1...60, using: &random)).map { _ -> (UInt64?, Int64?, Int) in
        switch Int.random(in: 0..<10, using: &random) {
        case 0: id += UInt64.random(in: 2...5, using: &random)
        case 1: id = UInt64.random(in: 1...2000, using: &random)
        default: id += 1
        }
        seconds += Int64.random(in: -700...700, using: &random)
        return (
          Int.random(in: 0..<20, using: &random) == 0 ? nil : id,
          Int.random(in: 0..<20, using: &random) == 0 ? nil : seconds, Int.random(in: 0..<2, using: &random)
        )
      }
      let both = coverages(records)
      #expect(both[0] == both[1])
    }
  }

  @Test func `keeps ranges that come in any order`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<100 {
      var singly = MergedRanges<UInt64>(reach: 1)
      var ranged = MergedRanges<UInt64>(reach: 1)
      for _ in 0..<40 {
        let low = UInt64.random(in: 0..<300, using: &random)
        let high = low + UInt64.random(in: 0..<6, using: &random)
        ranged.insert(low, through: high)
        for value in low...high { singly.insert(value) }
      }
      #expect(singly.settled().map { [$0.low, $0.high] } == ranged.settled().map { [$0.low, $0.high] })
    }
  }
}
