/// How a stretch of terminal text looks; without colour nothing is written for it.
enum TextStyle: String, Sendable {
  case plain = ""
  case strong = "1"
  case faint = "2"
  case good = "32"
  case warning = "33"
  case bad = "31"
  case accent = "36"

  /// The control sequence that turns it on (ECMA-48 8.3.117, SGR).
  var on: String { self == .plain ? "" : "\u{1B}[\(rawValue)m" }
  /// The control sequence that turns it off.
  var off: String { self == .plain ? "" : "\u{1B}[0m" }
}
