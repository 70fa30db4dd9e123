import ArgumentParser
import BatchAnalysis
import Foundation
import WindowsEventLog

/// An instant as typed: absolute or back from now.
struct TimeArgument: ExpressibleByArgument {
  private let expression: TimeExpression

  init?(argument: String) {
    guard let expression = TimeExpression(argument) else { return nil }
    self.expression = expression
  }

  func instant(now: WindowsTime) -> WindowsTime { expression.instant(now: now) }
}

/// A time zone as typed: an IANA name, an offset such as +02:00, or `local`.
struct TimeZoneArgument: ExpressibleByArgument {
  let zone: TimeZone

  init?(argument: String) {
    if argument.lowercased() == "local" {
      zone = .current
    } else if let seconds = TimeExpression.zoneOffset(argument), let fixed = TimeZone(secondsFromGMT: seconds)
    {
      zone = fixed
    } else if let named = TimeZone(identifier: argument) {
      zone = named
    } else {
      return nil
    }
  }
}

/// `HOST=±S`: how far a host's clock is ahead.
struct ClockOffsetArgument: ExpressibleByArgument {
  let host: String
  let seconds: Double

  init?(argument: String) {
    guard let place = argument.lastIndex(of: "="), place != argument.startIndex,
      let seconds = Double(argument[argument.index(after: place)...]), abs(seconds) < 1e9
    else { return nil }
    host = String(argument[..<place])
    self.seconds = seconds
  }
}
