import EventSignals
import WindowsEventLog

/// Takes out events that several exports hold.
///
/// One event is one computer, channel, record id and time; exports round the time differently, so times
/// up to a millisecond apart are one. The copy kept is the first by source and offset.
struct SignalDeduplication {
  private struct Key: Hashable {
    var host: Int
    var channel: String
    var recordID: UInt64?
    var eventID: UInt32
    var rule: String
    /// What tells events without a record id apart; empty for the others.
    var fields: [SignalField: String] = [:]
    var ticks: Int64 = 0
  }

  /// Two times of one event differ by less, in ticks.
  private static let rounding: Int64 = WindowsTime.ticksPerSecond / 1000
  /// Times remembered of one record id; it repeats only when a log was cleared.
  private static let remembered = 16

  /// Drops repeats; `host` is the machine of a signal. Ordered by source and offset.
  static func unique(_ signals: [(signal: Signal, host: Int)]) -> [(signal: Signal, host: Int)] {
    let ordered = signals.sorted { left, right in
      let (one, other) = (left.signal.event, right.signal.event)
      if one.source != other.source { return one.source < other.source }
      if one.offset != other.offset { return one.offset < other.offset }
      return left.signal.rule < right.signal.rule
    }
    var kept: [(signal: Signal, host: Int)] = []
    kept.reserveCapacity(ordered.count)
    var seen: [Key: [(time: WindowsTime, source: String)]] = [:]
    for (signal, host) in ordered {
      let event = signal.event
      var key = Key(
        host: host, channel: event.channel.lowercased(), recordID: event.recordID, eventID: event.eventID,
        rule: signal.rule)
      if event.recordID == nil {
        key.fields = signal.fields
        key.ticks = event.rawTime.ticks
      }
      // Without a record id two equal events of one source are two events.
      let repeated = seen[key]?.contains {
        abs($0.time.ticks &- event.rawTime.ticks) <= rounding
          && (event.recordID != nil || $0.source != event.source)
      }
      guard repeated != true else { continue }
      if seen[key, default: []].count < remembered {
        seen[key, default: []].append((event.rawTime, event.source))
      }
      kept.append((signal, host))
    }
    return kept
  }
}
