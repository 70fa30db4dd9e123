/// Small grammar of the report's English.
enum Sentences {
  /// `A`, `A and B`, `A, B and C`.
  static func list(_ items: [String]) -> String {
    guard let last = items.last else { return "" }
    return items.count == 1 ? last : items.dropLast().joined(separator: ", ") + " and " + last
  }

  /// The first sentence of a text, without its full stop.
  ///
  /// A full stop ends a sentence only before a blank and a capital letter, so that `e.g.` and file
  /// names do not.
  static func first(of text: String) -> String {
    let characters = Array(text)
    for index in characters.indices where characters[index] == "." || characters[index] == "\n" {
      let next = index + 1
      guard characters[index] != "\n" else { return String(characters[..<index]) }
      guard next < characters.count else { return String(characters[..<index]) }
      if next + 1 < characters.count, characters[next].isWhitespace, characters[next + 1].isUppercase {
        return String(characters[..<index])
      }
    }
    return text
  }

  /// With a full stop, unless it already ends a sentence.
  static func closed(_ text: String) -> String {
    guard let last = text.last else { return text }
    return ".!?:".contains(last) ? text : text + "."
  }
}
