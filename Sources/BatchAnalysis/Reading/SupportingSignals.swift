import EventSignals
import WindowsEventLog

/// Completes readings by the signals that matter only beside others, and drops those that are far from any.
struct SupportingSignals: Sendable {
  private let matcher: SignalMatcher
  private let selection: RecordSelection
  private let names: Set<String>
  private let workers: Int
  private let state: RunState

  init(matcher: SignalMatcher, workers: Int, state: RunState) {
    self.matcher = matcher
    selection = matcher.supportingSelection
    names = Set(matcher.rules.filter(\.meaning.supports).map(\.name))
    self.workers = workers
    self.state = state
  }

  /// A stretch of one reading's file that holds records left unread.
  private struct Stretch: Sendable {
    var reading: Int
    var path: String
    var place: SupportingStretch
  }

  /// Keeps of every reading what lies near enough to the signals that matter by themselves.
  func complete(_ readings: inout [SourceReading]) async {
    let times = relevantTimes(readings)
    for index in readings.indices {
      readings[index].result.signals.removeAll {
        names.contains($0.rule) && !times.contains($0.event.rawTime)
      }
    }
    let stretches = stretches(of: readings, times)
    guard !stretches.isEmpty else { return }
    let found = await BoundedWork(
      pieces: stretches, workers: workers, state: state, perform: { read($0, times) }
    ).run()
    for (stretch, result) in zip(stretches, found) {
      guard let result else { continue }
      readings[stretch.reading].result.signals.append(contentsOf: result.signals)
      readings[stretch.reading].result.notices.append(contentsOf: result.notices)
    }
    for index in Set(stretches.map(\.reading)) {
      readings[index].result.signals.sort { ($0.event.offset, $0.rule) < ($1.event.offset, $1.rule) }
    }
  }

  private func relevantTimes(_ readings: [SourceReading]) -> RelevantTimes {
    RelevantTimes(
      around: readings.flatMap { reading in
        reading.result.signals.lazy.filter { !names.contains($0.rule) }.map(\.event.rawTime)
      })
  }

  private func stretches(of readings: [SourceReading], _ times: RelevantTimes) -> [Stretch] {
    var stretches: [Stretch] = []
    for (index, reading) in readings.enumerated() {
      for place in reading.supporting where times.overlaps(place.times) {
        if let last = stretches.last, last.reading == index,
          stretches[stretches.count - 1].place.join(place, limit: UInt64(LogReading.sliceSize))
        {
          continue
        }
        stretches.append(Stretch(reading: index, path: reading.result.path, place: place))
      }
    }
    return stretches
  }

  private func read(_ stretch: Stretch, _ times: RelevantTimes) -> (
    signals: [Signal], notices: [AnalysisNotice]
  ) {
    var signals: [Signal] = []
    do throws(EventLogError) {
      // One slice that is the whole file knows what its first bytes say of the rest.
      guard let whole = try EventLogReader.slices(of: stretch.path, size: .max).first else { return ([], []) }
      var reader = try EventLogReader(
        path: stretch.path,
        slice: whole.other(offset: stretch.place.offset, length: stretch.place.end - stretch.place.offset),
        selection: selection)
      while !state.isInterrupted, let step = try reader.next() {
        guard case .record(let record, let location) = step else { continue }
        signals += matcher.signals(in: record, at: location, source: stretch.path).filter {
          names.contains($0.rule) && times.contains($0.event.rawTime)
        }
      }
      return (signals, [])
    } catch {
      return (
        signals,
        [
          AnalysisNotice(
            path: stretch.path, kind: .damaged,
            message: "changed while it was read: \(error.sentence(about: stretch.path))")
        ]
      )
    }
  }
}
