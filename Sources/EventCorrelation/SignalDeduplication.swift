import EventSignals
import WindowsEventLog

/// Takes out events that several exports hold.
///
/// One event is one computer, channel, record id and time; exports round the time differently, so times
/// up to a millisecond apart are one. The copy kept is the first by source and offset.
struct SignalDeduplication {
  private struct Key: Hashable {
    var host: Int
    var channel: Int
    var recordID: UInt64?
    var eventID: UInt32
    var rule: Int
    /// What tells events without a record id apart; empty for the others.
    var fields = SignalFields()
    var ticks: Int64 = 0
  }

  /// When and where an event was met; most are met once.
  private struct Meetings {
    var first: Meeting
    var others: [Meeting] = []

    var count: Int { 1 + others.count }

    func contains(where holds: (Meeting) -> Bool) -> Bool { holds(first) || others.contains(where: holds) }
  }

  private struct Meeting {
    var ticks: Int64
    var source: Int
  }

  /// Two times of one event differ by less, in ticks.
  private static let rounding: Int64 = WindowsTime.ticksPerSecond / 1000
  /// Times remembered of one record id; it repeats only when a log was cleared.
  private static let remembered = 16

  /// Drops repeats; `host` is the machine of a signal. Ordered by source and offset.
  static func unique(_ signals: [(signal: Signal, host: Int)]) -> [(signal: Signal, host: Int)] {
    let ordered = inOrder(signals)
    var kept: [(signal: Signal, host: Int)] = []
    kept.reserveCapacity(ordered.count)
    var seen: [Key: Meetings] = [:]
    var (channels, rules, sources) = (TextNumbers(folding: true), TextNumbers(), TextNumbers())
    for (signal, host) in ordered {
      let event = signal.event
      var key = Key(
        host: host, channel: channels.number(of: event.channel), recordID: event.recordID,
        eventID: event.eventID, rule: rules.number(of: signal.rule))
      if event.recordID == nil {
        key.fields = signal.fields
        key.ticks = event.rawTime.ticks
      }
      let meeting = Meeting(ticks: event.rawTime.ticks, source: sources.number(of: event.source))
      guard let before = seen[key] else {
        seen[key] = Meetings(first: meeting)
        kept.append((signal, host))
        continue
      }
      // Without a record id two equal events of one source are two events.
      let isRepeated = before.contains {
        ($0.ticks &- meeting.ticks).magnitude <= rounding.magnitude
          && (event.recordID != nil || $0.source != meeting.source)
      }
      guard !isRepeated else { continue }
      if before.count < remembered { seen[key]?.others.append(meeting) }
      kept.append((signal, host))
    }
    return kept
  }

  /// By source, offset and rule: mostly how they come.
  private static func inOrder(_ signals: [(signal: Signal, host: Int)]) -> [(signal: Signal, host: Int)] {
    func isBefore(_ left: Signal, _ right: Signal) -> Bool {
      let (one, other) = (left.event, right.event)
      if one.source != other.source { return one.source < other.source }
      if one.offset != other.offset { return one.offset < other.offset }
      return left.rule < right.rule
    }
    let isSorted = zip(signals, signals.dropFirst()).allSatisfy { !isBefore($1.signal, $0.signal) }
    return isSorted ? signals : signals.sorted { isBefore($0.signal, $1.signal) }
  }
}
