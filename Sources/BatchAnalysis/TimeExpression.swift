public import WindowsEventLog

/// An instant as somebody types it: ISO 8601, or how long ago (`90s`, `15m`, `2h`, `3d`, `1w`).
public struct TimeExpression: Sendable, Hashable {
  private enum Form: Sendable, Hashable {
    case instant(WindowsTime)
    case ago(seconds: Double)
  }

  private let form: Form

  /// Nil for anything else. A date alone is its midnight; a time without a zone is UTC.
  public init?(_ text: String) {
    if let unit = text.last, let seconds = Self.units[unit], let count = UInt32(text.dropLast()) {
      form = .ago(seconds: Double(count) * seconds)
    } else if let time = WindowsTime(iso8601: text) {
      form = .instant(time)
    } else {
      return nil
    }
  }

  /// The instant meant at some moment.
  public func instant(now: WindowsTime) -> WindowsTime {
    switch form {
    case .instant(let time): time
    case .ago(let seconds): now.advanced(bySeconds: -seconds)
    }
  }

  /// Seconds ahead of UTC of `Z`, `+02:00` or `-0530`; nil for anything else.
  public static func zoneOffset(_ text: String) -> Int? {
    if text == "Z" || text == "z" { return 0 }
    guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
    let digits = text.dropFirst().filter { $0 != ":" }
    guard digits.count == 4, let number = UInt16(digits), number % 100 < 60, number / 100 <= 14 else {
      return nil
    }
    return (sign == "-" ? -1 : 1) * Int(number / 100 * 3600 + number % 100 * 60)
  }

  private static let units: [Character: Double] = ["s": 1, "m": 60, "h": 3600, "d": 86400, "w": 604_800]
}
