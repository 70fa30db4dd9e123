/// Characters of strangers' logs that act instead of being read.
enum HostileText {
  /// Control characters, and the marks that reorder or hide text (Unicode UAX #9, zero-width).
  static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0...0x1F, 0x7F...0x9F, 0x061C, 0x200B, 0x200E, 0x200F, 0x2028...0x202E, 0x2060...0x206F, 0xFEFF:
      true
    default: false
    }
  }

  /// Shows each such character as `\u{202E}`; line breaks and tabs become blanks, or stay when wanted.
  static func shown(_ text: String, keepingLines: Bool = false) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var shown = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\n" where keepingLines: shown.unicodeScalars.append(scalar)
      case "\n", "\t", "\r": shown.append(" ")
      default:
        if isControl(scalar) {
          shown += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        } else {
          shown.unicodeScalars.append(scalar)
        }
      }
    }
    return shown
  }
}
