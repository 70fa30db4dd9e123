import WindowsEventLog

/// An instant taken apart into calendar and clock, without any formatter or locale.
struct CivilTime: Sendable, Hashable {
  var year: Int
  /// 1 to 12.
  var month: Int
  /// 1 to 31.
  var day: Int
  var hour: Int
  var minute: Int
  var second: Int
  /// Ticks of 100 ns inside the second.
  var ticks: Int

  /// The proleptic Gregorian date of an instant shifted by a zone's offset in seconds.
  init(_ time: WindowsTime, offset: Int = 0) {
    let shifted = time.ticks.addingReportingOverflow(Int64(offset) &* WindowsTime.ticksPerSecond)
      .partialValue
    let perSecond = WindowsTime.ticksPerSecond
    var seconds = shifted / perSecond
    var rest = shifted % perSecond
    if rest < 0 {
      rest += perSecond
      seconds -= 1
    }
    var days = seconds / 86_400
    var inDay = seconds % 86_400
    if inDay < 0 {
      inDay += 86_400
      days -= 1
    }
    ticks = Int(rest)
    hour = Int(inDay / 3_600)
    minute = Int(inDay % 3_600 / 60)
    second = Int(inDay % 60)
    // Days are counted from 0000-03-01, so that a leap day ends a year; eras are 400 years.
    let shiftedDays = days + 584_694
    let era = (shiftedDays >= 0 ? shiftedDays : shiftedDays - 146_096) / 146_097
    let dayOfEra = shiftedDays - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
    year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
  }

  /// Days of the proleptic Gregorian calendar since 1601-01-01.
  static func days(year: Int, month: Int, day: Int) -> Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 584_694
  }

  /// `2026-03-02`.
  var date: String { "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))" }

  /// `08:14:07`.
  var clock: String { "\(padded(hour, 2)):\(padded(minute, 2)):\(padded(second, 2))" }

  /// `2 March 2026`.
  var longDate: String { "\(day) \(Self.months[month - 1]) \(year)" }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
  ]
}

/// A whole number with leading zeros.
func padded(_ value: Int, _ width: Int) -> String {
  let digits = String(value.magnitude)
  let zeros = String(repeating: "0", count: max(0, width - digits.count))
  return (value < 0 ? "-" : "") + zeros + digits
}
