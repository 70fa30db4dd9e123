/// How far apart two clocks are if two traces are one connection: right minus left, in seconds.
enum Shift {
  /// A start is seen on the right a little after the left; the end, mostly, a little before.
  static let ordinaryLag = 0.05

  /// A gateway greets a client so long after that has set out: it resolved a name and shook hands first.
  static let gatewayLag = 0.6
  /// Views of one step of a connection differ by less, in seconds.
  private static let agreement = 1.5

  /// From the starts, centred between start and end when both are seen and nearly agree; of three steps that do
  /// not, two that do agree decide.
  static func between(_ left: Trace, _ right: Trace) -> Double {
    let start = right.start - left.start - (right.side == .gateway ? gatewayLag : 0)
    let end = right.end - left.end
    let isClosed = left.closedAt != nil && right.isOver
    if !left.hasStart || !right.hasStart, isClosed {
      return end + ordinaryLag
    }
    guard isClosed, left.hasStart, right.hasStart else {
      return start - ordinaryLag
    }
    if abs(start - end) <= agreement { return (start + end) / 2 }
    // The client tried twice in one attempt, or one end heard late of the other's.
    if left.side == .client, right.side == .server, let one = left.sessionAt, let other = right.sessionAt {
      let session = other - one
      if abs(session - start) > agreement, abs(session - end) <= agreement { return (session + end) / 2 }
    }
    return start - ordinaryLag
  }

  /// How likely a shift is at all: clocks of a domain are close, others may be minutes or a time zone off.
  static func prior(_ shift: Double) -> Double {
    switch abs(shift) {
    case ...2: 2
    case ...10: 1
    case ...400: 0
    case ...4000: isTimeZone(shift) ? 0 : -1
    default: isTimeZone(shift) ? -1 : -2
    }
  }

  /// Whether a shift is what a wrong time zone makes: they differ by whole half hours.
  private static func isTimeZone(_ shift: Double) -> Bool {
    abs(shift.remainder(dividingBy: halfHour)) <= 10 && abs(shift) <= farthestZones
  }

  private static let halfHour = 1800.0
  /// From UTC-12 to UTC+14, in seconds.
  private static let farthestZones = 93_600.0

  /// Shifts beyond a day and a bit are never looked for.
  static let limit = 100_000.0
}
