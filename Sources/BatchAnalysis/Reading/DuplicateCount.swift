import EventSignals
import WindowsEventLog

/// Finds what several sources hold of the same log, in the order of the sources.
///
/// Wanted records are compared exactly, by computer, channel, record id and time. Of the rest only the ranges
/// of record ids are known; they count as the same where the spans of time overlap too, since ids begin again
/// at 1 when a log is cleared.
struct DuplicateCount {
  private struct RecordKey: Hashable {
    /// The computer and channel in lower case, and the provider.
    var log: Log
    var recordID: UInt64
    var time: WindowsTime
    var eventID: UInt32

    /// A log seldom has two records of one id, and then at other times.
    func hash(into hasher: inout Hasher) {
      hasher.combine(recordID)
      hasher.combine(time)
    }
  }

  /// What neighbours in a source share, by number.
  private struct Log: Hashable {
    var computer: Int
    var channel: Int
    var provider: Int
  }

  private struct Place: Hashable {
    var source: Int
    var offset: UInt64
  }

  private struct Stretch {
    var first: WindowsTime
    var last: WindowsTime
    var ids: [ClosedRange<UInt64>]
  }

  private var places: [RecordKey: Place] = [:]
  private var folded = TextNumbers(folding: true)
  private var channels = TextNumbers(folding: true)
  private var providers = TextNumbers()
  private var sources = TextNumbers()
  private var stretches: [SourceCoverage.Key: [Stretch]] = [:]

  init() {}

  /// Takes the next source in: drops the signals of records that were seen before and counts them in its ledger.
  mutating func remove(from source: inout SourceResult) {
    var repeated: Set<Place> = []
    let number = sources.number(of: source.path)
    places.reserveCapacity(places.count + source.signals.count)
    source.signals.removeAll { signal in
      guard let recordID = signal.event.recordID else { return false }
      let event = signal.event
      let log = Log(
        computer: folded.number(of: event.computer), channel: channels.number(of: event.channel),
        provider: providers.number(of: event.provider))
      let key = RecordKey(log: log, recordID: recordID, time: event.rawTime, eventID: event.eventID)
      let place = Place(source: number, offset: event.offset)
      let first = places[key]
      if first == nil { places[key] = place }
      guard let first, first != place else { return false }
      repeated.insert(place)
      return true
    }
    let overlapping = addStretches(of: source.summary.coverage).values.reduce(0, &+)
    let count = max(UInt64(repeated.count), overlapping)
    source.summary.ledger.duplicate = min(count, source.summary.ledger.read)
  }

  /// How many record ids of each log of a coverage were covered before.
  mutating func addStretches(of coverage: SourceCoverage) -> [SourceCoverage.Key: UInt64] {
    var counts: [SourceCoverage.Key: UInt64] = [:]
    for (key, span) in coverage.spans {
      let folded = SourceCoverage.Key(computer: key.computer.lowercased(), channel: key.channel.lowercased())
      var before: [ClosedRange<UInt64>] = []
      for stretch in stretches[folded] ?? [] where stretch.first <= span.last && span.first <= stretch.last {
        before.append(contentsOf: stretch.ids)
      }
      counts[key] = Self.overlap(of: span.recordIDs, with: Self.merged(before))
      stretches[folded, default: []].append(
        Stretch(first: span.first, last: span.last, ids: span.recordIDs))
    }
    return counts
  }

  private static func merged(_ ranges: [ClosedRange<UInt64>]) -> [ClosedRange<UInt64>] {
    var merged: [ClosedRange<UInt64>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound...max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// Both lists sorted and disjoint; O(n + m).
  private static func overlap(of left: [ClosedRange<UInt64>], with right: [ClosedRange<UInt64>]) -> UInt64 {
    var count: UInt64 = 0
    var i = 0
    var j = 0
    while i < left.count, j < right.count {
      let low = max(left[i].lowerBound, right[j].lowerBound)
      let high = min(left[i].upperBound, right[j].upperBound)
      if low <= high { count &+= (high &- low) &+ 1 }
      if left[i].upperBound < right[j].upperBound { i += 1 } else { j += 1 }
    }
    return count
  }
}
