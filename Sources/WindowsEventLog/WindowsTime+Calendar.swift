// The proleptic Gregorian calendar, counted from 1601-01-01: the first day of a 400-year cycle, so
// that leap years need no shifting. A "March year" begins on 1 March, which puts the leap day last.
extension WindowsTime {
  private static let daysPer400Years: Int64 = 146_097
  /// Days from 1600-03-01 to 1601-01-01.
  private static let daysFromMarch1600: Int64 = 306

  static func isLeap(_ year: Int64) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  static func daysInMonth(_ month: Int64, of year: Int64) -> Int64 {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  static func daysSince1601(year: Int64, month: Int64, day: Int64) -> Int64 {
    let marchYear = (month <= 2 ? year - 1 : year) - 1600
    let marchMonth = month <= 2 ? month + 9 : month - 3
    let cycle = marchYear >= 0 ? marchYear / 400 : (marchYear - 399) / 400
    let yearOfCycle = marchYear - cycle * 400
    // From March on, month lengths repeat 31 30 31 30 31: five months are 153 days.
    let dayOfYear = (153 * marchMonth + 2) / 5 + day - 1
    let dayOfCycle = yearOfCycle * 365 + yearOfCycle / 4 - yearOfCycle / 100 + dayOfYear
    return cycle * daysPer400Years + dayOfCycle - daysFromMarch1600
  }

  static func civilDate(daysSince1601 days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + daysFromMarch1600
    let cycle = shifted >= 0 ? shifted / daysPer400Years : (shifted - daysPer400Years + 1) / daysPer400Years
    let dayOfCycle = shifted - cycle * daysPer400Years
    let yearOfCycle =
      (dayOfCycle - dayOfCycle / 1460 + dayOfCycle / 36_524 - dayOfCycle / 146_096) / 365
    let dayOfYear = dayOfCycle - (365 * yearOfCycle + yearOfCycle / 4 - yearOfCycle / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = 1600 + cycle * 400 + yearOfCycle + (month <= 2 ? 1 : 0)
    return (year, month, day)
  }
}
