import WindowsEventLog

/// Adds up the damaged records of one log for a single notice.
struct DamageAccount: Sendable, Hashable {
  private(set) var counts: [SkippedRecord.Reason: Int] = [:]
  private(set) var first: SkippedRecord?

  mutating func add(_ skipped: SkippedRecord) {
    counts[skipped.reason, default: 0] += 1
    if skipped.offset < first?.offset ?? .max { first = skipped }
  }

  mutating func merge(_ other: DamageAccount) {
    counts.merge(other.counts, uniquingKeysWith: +)
    if let theirs = other.first, theirs.offset < first?.offset ?? .max { first = theirs }
  }

  /// One sentence naming what was given up and where it begins; nil without damage.
  func notice(path: String) -> AnalysisNotice? {
    guard let first else { return nil }
    let total = counts.values.reduce(0, +)
    let reasons = SkippedRecord.Reason.allCases
      .compactMap { reason in counts[reason].map { "\($0) \(reason.rawValue)" } }
      .joined(separator: ", ")
    let what = total == 1 ? "1 damaged record was left out" : "\(total) damaged records were left out"
    return AnalysisNotice(
      path: path, kind: .damaged,
      message:
        "\(what) (\(reasons)), the first at byte \(first.offset); export the log again to have all of it")
  }
}
