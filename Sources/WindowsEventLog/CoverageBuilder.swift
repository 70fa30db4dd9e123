/// Gathers a `SourceCoverage` while records go by, without hashing a name for each.
struct CoverageBuilder {
  private struct Builder {
    var computer: Int
    var channel: Int
    var records: UInt64 = 0
    var times = MergedRanges<Int64>(reach: SourceCoverage.silence)
    var recordIDs = MergedRanges<UInt64>(reach: 1)
    var lastProvider = -1
    var providers: Set<Int> = []
  }

  /// Times before 1980 are those of a machine without a clock; they say nothing about when a log begins.
  static let firstBelievable = WindowsTime(ticks: 119_600_064_000_000_000)
  /// Different providers kept of one channel.
  private static let providerLimit = 4096

  private let names: InternTable
  private let limit: Int
  private let unnamed: Int
  private var builders: [Builder] = []
  private var places: [UInt64: Int] = [:]
  private var current = -1

  init(names: InternTable, limit: Int) {
    self.names = names
    self.limit = limit
    unnamed = names.emptyID
  }

  /// Counts one record, by interned numbers of its names; nil stands for a name that is not interned.
  mutating func add(computer: Int?, channel: Int?, provider: Int?, time: WindowsTime?, recordID: UInt64?) {
    let computer = computer ?? unnamed
    let channel = channel ?? unnamed
    if current < 0 || builders[current].computer != computer || builders[current].channel != channel {
      current = place(computer, channel)
    }
    builders[current].records += 1
    if let time, time >= Self.firstBelievable { builders[current].times.insert(time.ticks) }
    if let recordID { builders[current].recordIDs.insert(recordID) }
    if let provider, provider != builders[current].lastProvider {
      builders[current].lastProvider = provider
      if builders[current].providers.count < Self.providerLimit {
        builders[current].providers.insert(provider)
      }
    }
  }

  /// Counts records whose times leave no silence and whose ids no gap.
  mutating func add(
    computer: Int?, channel: Int?, provider: Int?, records: UInt64, times: ClosedRange<WindowsTime>,
    recordIDs: ClosedRange<UInt64>
  ) {
    add(
      computer: computer, channel: channel, provider: provider, time: times.lowerBound,
      recordID: recordIDs.lowerBound)
    guard records > 1 else { return }
    builders[current].records += records - 1
    builders[current].times.insert(times.lowerBound.ticks, through: times.upperBound.ticks)
    builders[current].recordIDs.insert(recordIDs.lowerBound, through: recordIDs.upperBound)
  }

  private mutating func place(_ computer: Int, _ channel: Int) -> Int {
    let key = UInt64(truncatingIfNeeded: computer) << 32 | UInt64(truncatingIfNeeded: channel)
    if let known = places[key] { return known }
    if builders.count >= limit, computer != unnamed || channel != unnamed { return place(unnamed, unnamed) }
    builders.append(Builder(computer: computer, channel: channel))
    places[key] = builders.count - 1
    return builders.count - 1
  }

  /// What was seen so far.
  func coverage() -> SourceCoverage {
    var spans: [SourceCoverage.Key: SourceCoverage.Span] = [:]
    for builder in builders {
      var times = builder.times
      var recordIDs = builder.recordIDs
      let busy = times.settled()
      let key = SourceCoverage.Key(
        computer: names.string(builder.computer), channel: names.string(builder.channel))
      let span = SourceCoverage.Span(
        records: builder.records,
        first: WindowsTime(ticks: busy.first?.low ?? 0), last: WindowsTime(ticks: busy.last?.high ?? 0),
        recordIDs: recordIDs.settled().map { $0.low...$0.high },
        silences: zip(busy, busy.dropFirst()).map {
          WindowsTime(ticks: $0.high)...WindowsTime(ticks: $1.low)
        },
        providers: Set(builder.providers.map { names.string($0) }))
      spans[key] = span
    }
    return SourceCoverage(spans: spans)
  }
}
