extension SourceCoverage {
  /// Takes in what another source, or another slice of this one, covers.
  ///
  /// The order in which sources are merged does not matter.
  public mutating func merge(_ other: SourceCoverage) {
    for (key, span) in other.spans {
      if spans[key] == nil {
        spans[key] = span
      } else {
        spans[key]?.merge(span)
      }
    }
  }
}

extension SourceCoverage.Span {
  /// Takes in another stretch of the same channel on the same computer.
  public mutating func merge(_ other: Self) {
    var times = MergedRanges<Int64>(reach: SourceCoverage.silence)
    times.insert(contentsOf: busy)
    times.insert(contentsOf: other.busy)
    var ids = MergedRanges<UInt64>(reach: 1)
    ids.insert(contentsOf: recordIDs.map { .init(low: $0.lowerBound, high: $0.upperBound) })
    ids.insert(contentsOf: other.recordIDs.map { .init(low: $0.lowerBound, high: $0.upperBound) })
    let busy = times.settled()
    records &+= other.records
    first = WindowsTime(ticks: busy.first?.low ?? 0)
    last = WindowsTime(ticks: busy.last?.high ?? 0)
    silences = zip(busy, busy.dropFirst()).map { WindowsTime(ticks: $0.high)...WindowsTime(ticks: $1.low) }
    recordIDs = ids.settled().map { $0.low...$0.high }
    providers.formUnion(other.providers)
  }

  /// Whether any of its records had a believable time.
  public var hasTimes: Bool { first.ticks != 0 || last.ticks != 0 }

  /// The stretches between the silences.
  private var busy: [MergedRanges<Int64>.Piece] {
    guard hasTimes else { return [] }
    let lows = [first] + silences.map(\.upperBound)
    let highs = silences.map(\.lowerBound) + [last]
    return zip(lows, highs).map { .init(low: $0.ticks, high: $1.ticks) }
  }
}

extension SourceLedger {
  /// Adds the account of another source, or of another slice of this one.
  public mutating func merge(_ other: SourceLedger) {
    bytes &+= other.bytes
    read &+= other.read
    repaired &+= other.repaired
    skipped &+= other.skipped
    duplicate &+= other.duplicate
  }
}

extension SourceDescription {
  /// Describes two stretches as one: what differs becomes `mixed`.
  public mutating func merge(_ other: SourceDescription) {
    if dialect == "unknown" {
      dialect = other.dialect
    } else if other.dialect != "unknown", other.dialect != dialect {
      dialect = "mixed"
    }
    // ASCII reads as UTF-8: a stretch with ANSI letters in it decides.
    if encoding == "UTF-8" {
      encoding = other.encoding
    } else if other.encoding != "UTF-8", other.encoding != encoding {
      encoding = "mixed"
    }
  }
}

extension SourceSummary {
  /// Takes in the summary of another slice of the same source.
  public mutating func merge(_ other: SourceSummary) {
    description.merge(other.description)
    ledger.merge(other.ledger)
    coverage.merge(other.coverage)
  }
}
