/// Numbers as a reader wants them: grouped, rounded, with their unit.
enum Amount {
  /// `1,234,567`.
  static func grouped(_ value: UInt64) -> String {
    var text = ""
    for (index, digit) in String(value).reversed().enumerated() {
      if index > 0, index % 3 == 0 { text.append(",") }
      text.append(digit)
    }
    return String(text.reversed())
  }

  /// `1,234,567`; negative counts do not occur and read as 0.
  static func grouped(_ value: Int) -> String { grouped(UInt64(max(0, value))) }

  /// `1 incident`, `12 incidents`.
  static func counted(_ value: Int, _ one: String, _ many: String? = nil) -> String {
    "\(grouped(value)) \(value == 1 ? one : many ?? one + "s")"
  }

  /// A number with a fixed count of decimals and no exponent: `0.250`.
  static func fixed(_ value: Double, decimals: Int) -> String {
    guard value.isFinite, value.magnitude < 1e15 else { return "0" }
    var scale = 1.0
    for _ in 0..<decimals { scale *= 10 }
    let scaled = (value.magnitude * scale).rounded()
    guard scaled < 9e18 else { return "0" }
    let whole = Int64(scaled / scale)
    let rest = Int64(scaled) - Int64(Double(whole) * scale)
    let sign = value < 0 && scaled > 0 ? "-" : ""
    return decimals == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(padded(Int(rest), decimals))"
  }

  /// A probability: `93%`, `under 1%`, `over 99%`.
  static func percent(_ probability: Double) -> String {
    guard probability.isFinite else { return "0%" }
    let bounded = min(max(probability, 0), 1)
    // Logs never make a thing certain or impossible: a rounded 0 or 1 is no exception.
    if bounded < 0.005 { return "under 1%" }
    if bounded >= 0.995 { return "over 99%" }
    return "\(Int((bounded * 100).rounded()))%"
  }

  /// `512 bytes`, `1.4 MB`; decimal units.
  static func bytes(_ value: UInt64) -> String {
    let units = ["kB", "MB", "GB", "TB", "PB"]
    guard value >= 1_000 else { return value == 1 ? "1 byte" : "\(value) bytes" }
    var size = Double(value) / 1_000
    var unit = 0
    while size >= 999.95, unit < units.count - 1 {
      size /= 1_000
      unit += 1
    }
    return "\(fixed(size, decimals: size < 100 ? 1 : 0)) \(units[unit])"
  }

  /// A length of time: `312 ms`, `12.4 s`, `3 min 12 s`, `5 h 12 min`, `3 days 4 h`; the sign is dropped.
  static func duration(milliseconds: Double) -> String {
    guard milliseconds.isFinite else { return "an unknown time" }
    let size = milliseconds.magnitude
    if size < 1 { return size == 0 ? "0 ms" : "under 1 ms" }
    if size < 10_000 { return "\(grouped(UInt64(size.rounded()))) ms" }
    if size < 120_000 { return "\(fixed(size / 1_000, decimals: 1)) s" }
    let seconds = UInt64(min(size / 1_000, 9e15).rounded())
    if seconds < 3_600 { return joined(seconds / 60, "min", seconds % 60, "s") }
    let minutes = seconds / 60
    if minutes < 2_880 { return joined(minutes / 60, "h", minutes % 60, "min") }
    let hours = minutes / 60
    return joined(hours / 24, "days", hours % 24, "h")
  }

  private static func joined(_ large: UInt64, _ first: String, _ small: UInt64, _ second: String) -> String {
    small == 0 ? "\(grouped(large)) \(first)" : "\(grouped(large)) \(first) \(small) \(second)"
  }
}
