/// Records in a row that differ in nothing a `SourceCoverage` keeps but their numbers and times.
///
/// A log lists the records of one channel of one machine with rising numbers: as a run they are
/// accounted for once, not each.
struct CoverageRun {
  private var provider = -1
  private var channel = -1
  private var computer = -1
  private var records: UInt64 = 0
  private var recordIDs: (first: UInt64, last: UInt64) = (0, 0)
  private var ticks: (low: Int64, high: Int64) = (0, 0)

  /// Takes a record that continues the run; false when it does not.
  @inline(__always)
  mutating func extend(_ header: RecordHeaderValues) -> Bool {
    guard records > 0, header.provider == provider, header.channel == channel,
      header.computer == computer, let recordID = header.recordID, recordID > 0,
      recordID &- 1 == recordIDs.last, let time = header.time, time >= CoverageBuilder.firstBelievable
    else { return false }
    // Both are dates of the same centuries: their differences cannot overflow.
    if time.ticks > ticks.high {
      guard time.ticks &- ticks.high <= SourceCoverage.silence else { return false }
      ticks.high = time.ticks
    } else if time.ticks < ticks.low {
      guard ticks.low &- time.ticks <= SourceCoverage.silence else { return false }
      ticks.low = time.ticks
    }
    recordIDs.last = recordID
    records &+= 1
    return true
  }

  /// Begins anew with a record; false when it cannot begin a run.
  mutating func begin(_ header: RecordHeaderValues) -> Bool {
    guard let recordID = header.recordID, let time = header.time,
      time >= CoverageBuilder.firstBelievable
    else { return false }
    provider = header.provider
    channel = header.channel
    computer = header.computer
    recordIDs = (recordID, recordID)
    ticks = (time.ticks, time.ticks)
    records = 1
    return true
  }

  /// Hands over what the run holds and forgets it.
  mutating func flush(into coverage: inout CoverageBuilder, names: HeaderNames) {
    guard records > 0 else { return }
    coverage.add(
      computer: names.sharedTrimmed(computer), channel: names.sharedTrimmed(channel),
      provider: names.shared(provider), records: records,
      times: WindowsTime(ticks: ticks.low)...WindowsTime(ticks: ticks.high),
      recordIDs: recordIDs.first...recordIDs.last)
    records = 0
  }
}
