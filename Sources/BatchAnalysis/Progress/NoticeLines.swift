/// The lines a command tells notices in: the first few of each kind in full, the rest as a count.
///
/// A folder of thousands of logs can hold the same damage hundreds of times; what was given up stays countable,
/// and reports list every notice.
public struct NoticeLines: Sendable {
  /// How many notices of one kind are told in full.
  public static let limit = 10

  /// One entry a line, without a line end, in the order of the notices; counts come last.
  public let lines: [String]

  public init(_ notices: [AnalysisNotice]) {
    var told: [AnalysisNotice.Kind: Int] = [:]
    var lines: [String] = []
    for notice in notices {
      told[notice.kind, default: 0] += 1
      if told[notice.kind, default: 0] <= Self.limit { lines.append("\(notice.path): \(notice.message)") }
    }
    for kind in AnalysisNotice.Kind.allCases {
      let rest = told[kind, default: 0] - Self.limit
      if rest > 0 { lines.append(Self.line(rest, of: kind)) }
    }
    self.lines = lines
  }

  private static func line(_ count: Int, of kind: AnalysisNotice.Kind) -> String {
    let more = "\(count) more \(count == 1 ? "notice" : "notices")"
    return switch kind {
    case .missing: "\(more) of inputs that are not there"
    case .unreadable: "\(more) of inputs that could not be read"
    case .damaged: "\(more) of damage; the ledger of each log in a report says what was left out"
    case .skipped: "\(more) of inputs left out on purpose"
    }
  }
}
