import EventSignals
import WindowsEventLog

/// Puts together what all sources hold of each machine and channel, on the corrected clock.
struct CoverageMerge {
  /// One source's span of one machine and channel.
  private struct Part {
    var span: SourceCoverage.Span
    var channel: String
    var first: WindowsTime
    var last: WindowsTime
  }

  /// A machine's channel, in lower case.
  struct Key: Hashable {
    var host: Int
    var channel: String
  }

  /// Times of signals by record id, and clears, of one machine and channel.
  struct Known {
    var times: [(id: UInt64, time: WindowsTime)] = []
    var clears: [WindowsTime] = []
  }

  /// Gaps kept of one channel; a filtered export has one at every turn.
  private static let gapLimit = 200

  /// The channels of which the sources hold more than one range of record ids.
  static func broken(_ sources: [SourceCoverage], host: (String) -> Int?) -> Set<Key> {
    var ranges: [Key: Int] = [:]
    for source in sources {
      for (key, span) in source.spans {
        guard let number = host(key.computer) else { continue }
        ranges[Key(host: number, channel: key.channel.lowercased()), default: 0] += span.recordIDs.count
      }
    }
    return Set(ranges.filter { $0.value > 1 }.keys)
  }

  /// Merges; `correct` turns a time as logged by a machine into the common clock's.
  static func merge(
    _ sources: [SourceCoverage], host: (String) -> Int?, known: [Key: Known],
    correct: (Int, WindowsTime) -> WindowsTime
  ) -> SiteCoverage {
    var parts: [Key: [Part]] = [:]
    for source in sources {
      for (key, span) in source.spans {
        guard let number = host(key.computer) else { continue }
        parts[Key(host: number, channel: key.channel.lowercased()), default: []].append(
          Part(
            span: span, channel: key.channel, first: correct(number, span.first),
            last: correct(number, span.last)))
      }
    }
    var entries: [SiteCoverage.Entry] = []
    for (key, group) in parts {
      let group = group.sorted { ($0.first, $0.last, $0.channel) < ($1.first, $1.last, $1.channel) }
      guard let first = group.first else { continue }
      let last = group.map(\.last).max() ?? first.last
      var known = known[key] ?? Known()
      known.times.sort { ($0.id, $0.time) < ($1.id, $1.time) }
      entries.append(
        SiteCoverage.Entry(
          host: key.host, channel: first.channel, first: first.first, last: last,
          gaps: gaps(group, known.times), clearedAt: known.clears.sorted(),
          silences: silences(group) { correct(key.host, $0) },
          providers: group.reduce(into: []) { $0.formUnion($1.span.providers.map { $0.lowercased() }) }))
    }
    entries.sort { ($0.host, $0.channel.lowercased()) < ($1.host, $1.channel.lowercased()) }
    return SiteCoverage(entries: entries)
  }

  /// Record ids that no source holds, between the nearest events whose times are known.
  private static func gaps(_ parts: [Part], _ known: [(id: UInt64, time: WindowsTime)]) -> [SiteCoverage.Gap]
  {
    let ranges = parts.flatMap(\.span.recordIDs).sorted {
      ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
    }
    guard var reached = ranges.first?.upperBound else { return [] }
    var found: [SiteCoverage.Gap] = []
    for range in ranges.dropFirst() {
      if range.lowerBound > reached, range.lowerBound - reached > 1 {
        let missing = range.lowerBound - reached - 1
        let bounds = times(around: reached, range.lowerBound, parts, known)
        if let bounds {
          found.append(.init(from: bounds.lowerBound, to: bounds.upperBound, missingRecords: missing))
        }
      }
      reached = max(reached, range.upperBound)
    }
    return Array(
      found.sorted { ($0.missingRecords, $1.from) > ($1.missingRecords, $0.from) }.prefix(gapLimit)
    )
    .sorted { ($0.from, $0.to) < ($1.from, $1.to) }
  }

  private static func times(
    around before: UInt64, _ after: UInt64, _ parts: [Part], _ known: [(id: UInt64, time: WindowsTime)]
  ) -> ClosedRange<WindowsTime>? {
    let next = known.firstIndex(atOrAfter: after) { $0.id }
    let ended = parts.filter { $0.span.recordIDs.last?.upperBound == before }.map(\.last).max()
    let began = parts.filter { $0.span.recordIDs.first?.lowerBound == after }.map(\.first).min()
    let from = ended ?? (next > 0 && known[next - 1].id <= before ? known[next - 1].time : parts[0].first)
    let to = began ?? (next < known.count ? known[next].time : parts.map(\.last).max() ?? from)
    // Ids that start over after a clear run against time.
    return from <= to ? from...to : nil
  }

  /// Stretches over ten minutes in which no source has a record.
  private static func silences(_ parts: [Part], _ correct: (WindowsTime) -> WindowsTime)
    -> [ClosedRange<WindowsTime>]
  {
    var active: [ClosedRange<WindowsTime>] = []
    for part in parts {
      var from = part.first
      for silence in part.span.silences {
        let (low, high) = (correct(silence.lowerBound), correct(silence.upperBound))
        if from <= low { active.append(from...low) }
        from = max(from, high)
      }
      if from <= part.last { active.append(from...part.last) }
    }
    active.sort { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
    guard var reached = active.first?.upperBound else { return [] }
    var found: [ClosedRange<WindowsTime>] = []
    for range in active.dropFirst() {
      if range.lowerBound.ticks &- reached.ticks > SourceCoverage.silence {
        found.append(reached...range.lowerBound)
      }
      reached = max(reached, range.upperBound)
    }
    return found
  }
}
