/// A stretch of a log that holds records left unread, and the times they were logged at.
///
/// Neighbours share one, so that what is kept of them does not grow with each.
public struct SupportingStretch: Sendable, Hashable {
  /// Earliest and latest time of its records, UTC by the logging machine's clock.
  public private(set) var times: ClosedRange<WindowsTime>
  /// Bytes from the start of the file to its first record.
  public private(set) var offset: UInt64
  /// Bytes from the start of the file to the end of its last record.
  public private(set) var end: UInt64

  /// Bytes between two records up to which they share a stretch, and bytes of one.
  private static let nearby: UInt64 = 1 << 18
  private static let longest: UInt64 = 1 << 20
  /// The times of one lie within this many seconds.
  private static let shortest: Double = 600

  /// A stretch of one record: its time, the bytes before it in the file, and its own.
  public init(time: WindowsTime, offset: UInt64, length: UInt64) {
    times = time...time
    self.offset = offset
    end = offset &+ length
  }

  /// Takes in a stretch of neighbours behind it; false when that lies too far off, in bytes or time.
  package mutating func join(_ next: SupportingStretch) -> Bool {
    let low = min(times.lowerBound, next.times.lowerBound)
    let high = max(times.upperBound, next.times.upperBound)
    guard high.seconds(since: low) <= Self.shortest else { return false }
    return join(next, limit: Self.longest)
  }

  /// Takes in another stretch behind it, to be read in one go of at most `limit` bytes; false when it lies too far off.
  package mutating func join(_ next: SupportingStretch, limit: UInt64) -> Bool {
    guard next.offset >= end, next.offset - end <= Self.nearby, next.end - offset <= limit else {
      return false
    }
    times = min(times.lowerBound, next.times.lowerBound)...max(times.upperBound, next.times.upperBound)
    end = next.end
    return true
  }
}

extension [SupportingStretch] {
  /// Adds a record behind the last.
  mutating func add(_ record: SupportingStretch) {
    if isEmpty || !self[count - 1].join(record) { append(record) }
  }

  /// Adds a record that lies in a window; one without a time has no place among others.
  mutating func add(_ frame: ByteRange, of window: TextWindow, at time: WindowsTime?) {
    guard let time else { return }
    let start = window.offset(of: frame.start)
    add(SupportingStretch(time: time, offset: start, length: window.offset(of: frame.end) - start))
  }
}
