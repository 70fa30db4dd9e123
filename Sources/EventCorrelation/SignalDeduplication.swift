import EventSignals
import WindowsEventLog

/// Takes out events that several exports hold.
///
/// One event is one computer, channel, record id and time; exports round the time differently, so times
/// up to a millisecond apart are one. The copy kept is the first by source and offset.
struct SignalDeduplication {
  /// What makes an event unique, in numbers.
  private struct Key: Equatable {
    var recordID: UInt64
    var eventID: UInt32
    var host: Int32
    var channel: Int32
    var rule: Int32
    var hasRecordID: Bool

    var hash: UInt64 {
      var hash = recordID
      hash = (hash ^ UInt64(eventID) << 32 ^ UInt64(rule)) &* 0x9E37_79B9_7F4A_7C15
      hash = (hash ^ hash >> 29 ^ UInt64(host) << 32 ^ UInt64(channel)) &* 0x9E37_79B9_7F4A_7C15
      return hash ^ hash >> 31
    }
  }

  /// A signal that was kept.
  private struct Kept {
    var key: Key
    var ticks: Int64
    var source: Int32
  }

  /// Two times of one event differ by less, in ticks.
  private static let rounding: Int64 = WindowsTime.ticksPerSecond / 1000
  /// Times looked at of one record id; it repeats only when a log was cleared.
  private static let remembered = 16

  /// Drops repeats; `host` is the machine of a signal. Ordered by source and offset.
  static func unique(_ signals: [(signal: Signal, host: Int)]) -> [(signal: Signal, host: Int)] {
    let ordered = inOrder(signals)
    var unique: [(signal: Signal, host: Int)] = []
    unique.reserveCapacity(ordered.count)
    var kept: [Kept] = []
    kept.reserveCapacity(ordered.count)
    var table = NumberTable(capacity: ordered.count)
    var (channels, rules, sources) = (TextNumbers(folding: true), TextNumbers(), TextNumbers())
    for (signal, host) in ordered {
      let event = signal.event
      // What tells events without a record id apart is their time and their fields.
      let key = Key(
        recordID: event.recordID ?? UInt64(bitPattern: event.rawTime.ticks), eventID: event.eventID,
        host: Int32(host), channel: Int32(channels.number(of: event.channel)),
        rule: Int32(rules.number(of: signal.rule)), hasRecordID: event.recordID != nil)
      let own = Kept(key: key, ticks: event.rawTime.ticks, source: Int32(sources.number(of: event.source)))
      let hash = key.hash
      var isRepeated = false
      var met = 0
      for number in table.numbers(hash: hash) where kept[number].key == key {
        guard key.hasRecordID || unique[number].signal.fields == signal.fields else { continue }
        // Without a record id two equal events of one source are two events.
        isRepeated =
          (kept[number].ticks &- own.ticks).magnitude <= rounding.magnitude
          && (key.hasRecordID || kept[number].source != own.source)
        met += 1
        if isRepeated || met == remembered { break }
      }
      if isRepeated { continue }
      table.insert(kept.count, hash: hash)
      kept.append(own)
      unique.append((signal, host))
    }
    return unique
  }

  /// By source, offset and rule: mostly how they come.
  private static func inOrder(_ signals: [(signal: Signal, host: Int)]) -> [(signal: Signal, host: Int)] {
    func isBefore(_ left: Signal, _ right: Signal) -> Bool {
      let (one, other) = (left.event, right.event)
      if one.source != other.source { return one.source < other.source }
      if one.offset != other.offset { return one.offset < other.offset }
      return left.rule < right.rule
    }
    let isSorted = signals.indices.dropFirst().allSatisfy {
      !isBefore(signals[$0].signal, signals[$0 - 1].signal)
    }
    return isSorted ? signals : signals.sorted { isBefore($0.signal, $1.signal) }
  }
}
