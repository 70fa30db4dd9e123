import WindowsEventLog

/// A stretch of a log that holds records left unread, and the times they were logged at.
///
/// Neighbours share one, so that what is kept of them does not grow with each.
struct SupportingStretch: Sendable, Hashable {
  private(set) var times: ClosedRange<WindowsTime>
  /// Bytes from the start of the file.
  private(set) var offset: UInt64
  private(set) var end: UInt64

  /// Bytes between two records up to which they share a stretch, and bytes of one.
  private static let nearby: UInt64 = 1 << 18
  private static let longest: UInt64 = 1 << 20
  /// The times of one lie within this many seconds.
  private static let shortest: Double = 600

  init(_ record: SupportingRecord) {
    times = record.time...record.time
    offset = record.offset
    end = record.offset &+ record.length
  }

  /// Takes in a record behind it; false when that lies too far off, in bytes or time.
  mutating func extend(to record: SupportingRecord) -> Bool {
    let last = record.offset &+ record.length
    let low = min(times.lowerBound, record.time)
    let high = max(times.upperBound, record.time)
    guard record.offset >= end, record.offset - end <= Self.nearby, last - offset <= Self.longest,
      high.seconds(since: low) <= Self.shortest
    else { return false }
    times = low...high
    end = last
    return true
  }

  /// Takes in another stretch behind it, to be read in one go; false when it lies too far off.
  mutating func extend(to next: SupportingStretch, limit: UInt64) -> Bool {
    guard next.offset >= end, next.offset - end <= Self.nearby, next.end - offset <= limit else {
      return false
    }
    times = min(times.lowerBound, next.times.lowerBound)...max(times.upperBound, next.times.upperBound)
    end = next.end
    return true
  }
}
