/// Text made ready for the templates' own escaping.
enum HTMLText {
  /// Shows controls and bidirectional marks, and takes apart characters that would hide markup.
  ///
  /// The template engine escapes `<`, `>`, `&` and quotes as Swift characters, that is grapheme
  /// clusters: `<` joined to a combining or prepended mark is another character and would pass. Marks
  /// in such clusters are therefore shown by their number.
  static func safe(_ text: String) -> String {
    let shown = HostileText.shown(text)
    guard shown.utf8.contains(where: isSpecial), shown.utf8.count != shown.count else { return shown }
    var safe = ""
    for character in shown {
      guard character.unicodeScalars.count > 1, character.utf8.contains(where: isSpecial) else {
        safe.append(character)
        continue
      }
      for scalar in character.unicodeScalars {
        if scalar.isASCII {
          safe.unicodeScalars.append(scalar)
        } else {
          safe += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
        }
      }
    }
    return safe
  }

  private static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "&"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
    default: false
    }
  }

  /// A length of a picture: one decimal at most.
  static func length(_ value: Double) -> String {
    let text = Amount.fixed(value, decimals: 1)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }

  /// A name broken before its dots and dashes when it must wrap is left to the style sheet; here only
  /// the long middle of a monstrous one is taken out of a caption.
  static func caption(_ text: String, limit: Int) -> String {
    guard text.count > limit else { return text }
    return "\(text.prefix(limit / 2))…\(text.suffix(limit / 2 - 1))"
  }
}
