/// How far apart two clocks are if two traces are one connection: right minus left, in seconds.
enum Shift {
  /// A start is seen on the right a little after the left; the end, mostly, a little before.
  static let ordinaryLag = 0.05

  /// From the starts, centred between start and end when both are seen and nearly agree.
  static func between(_ left: Trace, _ right: Trace) -> Double {
    let start = right.start - left.start
    if !left.hasStart || !right.hasStart, left.closedAt != nil, right.closedAt != nil {
      return right.end - left.end + ordinaryLag
    }
    guard left.closedAt != nil, right.closedAt != nil, left.hasStart, right.hasStart else {
      return start - ordinaryLag
    }
    let end = right.end - left.end
    return abs(start - end) <= 1.5 ? (start + end) / 2 : start - ordinaryLag
  }

  /// How likely a shift is at all: clocks of a domain are close, others may be minutes or a time zone off.
  static func prior(_ shift: Double) -> Double {
    switch abs(shift) {
    case ...2: 2
    case ...10: 1
    case ...400: 0
    case ...4000: -1
    default: -2
    }
  }

  /// Shifts beyond a day and a bit are never looked for.
  static let limit = 100_000.0
}
