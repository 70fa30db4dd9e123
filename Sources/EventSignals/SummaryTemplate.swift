/// A one-line text with `{field}` where a signal's value goes.
///
/// A value that an event does not carry takes its phrase along: the words of `(…)` or `[…]` around it
/// (square brackets are never printed), else itself and the preposition before it, with the noun
/// between. So `Disconnected with reason {reason} (extended {extended})` becomes `Disconnected` when
/// both are missing.
public struct SummaryTemplate: Sendable, Hashable {
  /// Why a text is no template.
  struct Problem: Error {
    var expected: String
  }

  /// As written.
  public let text: String
  /// The fields it shows.
  public let fields: Set<SignalField>
  private let parts: [Part]

  /// Longest value printed, in characters.
  static let valueLimit = 160

  private indirect enum Part: Sendable, Hashable {
    /// One word, a part of which may be values.
    case word([Piece])
    /// Words kept or dropped together, with what stands around them.
    case group([[Piece]], opening: String, closing: String)
  }

  private enum Piece: Sendable, Hashable {
    case text(String)
    case field(SignalField)
  }

  init(_ text: String) throws(Problem) {
    self.text = text
    var fields: Set<SignalField> = []
    var parts: [Part] = []
    // Every run waits for the built-in templates: bytes are looked at, not characters.
    var group: (words: [[Piece]], opening: UInt8)?
    for word in text.utf8.split(whereSeparator: { $0 == 0x20 || (0x09...0x0D).contains($0) }) {
      var token = Substring(word)
      if group == nil, let first = word.first, first == UInt8(ascii: "(") || first == UInt8(ascii: "[") {
        group = ([], first)
        token.removeFirst()
      }
      guard let open = group else {
        parts.append(.word(try Self.pieces(token, &fields)))
        continue
      }
      let isPrinted = open.opening == UInt8(ascii: "(")
      guard let close = token.utf8.lastIndex(of: isPrinted ? UInt8(ascii: ")") : UInt8(ascii: "]")) else {
        group?.words.append(try Self.pieces(token, &fields))
        continue
      }
      let words = open.words + [try Self.pieces(token[..<close], &fields)]
      let tail = String(token[token.index(after: close)...])
      parts.append(
        .group(words, opening: isPrinted ? "(" : "", closing: (isPrinted ? ")" : "") + tail))
      group = nil
    }
    if group != nil { throw Problem(expected: "brackets that close") }
    self.fields = fields
    self.parts = parts
  }

  private static func pieces(
    _ token: Substring, _ fields: inout Set<SignalField>
  ) throws(Problem) -> [Piece] {
    var pieces: [Piece] = []
    var rest = token
    while let start = rest.utf8.firstIndex(of: UInt8(ascii: "{")) {
      guard let end = rest[start...].utf8.firstIndex(of: UInt8(ascii: "}")) else {
        throw Problem(expected: "braces that close")
      }
      let name = rest[rest.index(after: start)..<end]
      guard let field = SignalField(rawValue: String(name)) else {
        throw Problem(
          expected: "`{…}` around one of: " + SignalField.allCases.map(\.rawValue).joined(separator: ", "))
      }
      if start > rest.startIndex { pieces.append(.text(String(rest[..<start]))) }
      pieces.append(.field(field))
      fields.insert(field)
      rest = rest[rest.index(after: end)...]
    }
    if !rest.isEmpty { pieces.append(.text(String(rest))) }
    return pieces
  }

  /// The text with a signal's values in it.
  public func filled(with values: SignalFields) -> String {
    var words: [String] = []
    for part in parts {
      switch part {
      case .word(let pieces):
        if let word = Self.fill(pieces, values) {
          words.append(word)
        } else {
          Self.dropPhrase(&words, tail: pieces.last)
        }
      case .group(let inner, let opening, let closing):
        let filled = inner.compactMap { Self.fill($0, values) }
        if filled.count == inner.count {
          words.append(opening + filled.joined(separator: " ") + closing)
        } else {
          Self.punctuate(&words, with: closing.filter { $0 != ")" })
        }
      }
    }
    while let last = words.last?.last, ":,;".contains(last) { words[words.count - 1].removeLast() }
    var line = words.joined(separator: " ")
    // A value keeps its case, wherever it comes to stand.
    if let first = line.first, first.isLowercase,
      !values.values.contains(where: { line.hasPrefix(Self.printable($0)) })
    {
      line = first.uppercased() + line.dropFirst()
    }
    return line
  }

  private static func fill(_ pieces: [Piece], _ values: SignalFields) -> String? {
    var word = ""
    for piece in pieces {
      switch piece {
      case .text(let text): word += text
      case .field(let field):
        guard let value = values[field] else { return nil }
        word += printable(value)
      }
    }
    return word
  }

  private static func printable(_ value: String) -> String {
    let isLong = value.count > valueLimit
    let cut = String(
      String.UnicodeScalarView(
        value.prefix(valueLimit).unicodeScalars.map { scalar in
          scalar.properties.generalCategory == .control || scalar.properties.generalCategory == .format
            ? " " : scalar
        }))
    return isLong ? cut + "…" : cut
  }

  private static let prepositions: Set<String> = [
    "from", "to", "of", "by", "for", "on", "at", "with", "as", "in", "into", "via", "under", "because",
    "after",
    "since", "through", "over", "is", "was", "saying",
  ]
  private static let articles: Set<String> = ["the", "a", "an", "its"]

  /// Takes back the words that lead up to a missing value.
  private static func dropPhrase(_ words: inout [String], tail: Piece?) {
    var end = words.count
    func isLead(_ index: Int) -> Bool {
      index >= 0
        && (prepositions.contains(words[index].lowercased()) || articles.contains(words[index].lowercased()))
    }
    // `with error {error}`: the noun goes when a preposition stands before it.
    if !isLead(end - 1), isLead(end - 2), words[end - 1].allSatisfy({ $0.isLetter || $0 == "-" }) { end -= 1 }
    while end > 0, articles.contains(words[end - 1].lowercased()) { end -= 1 }
    if isLead(end - 1) { end -= 1 }
    if end > 0, words[end - 1].lowercased() == "because" { end -= 1 }
    words.removeSubrange(end...)
    if let last = words.last, last.hasSuffix(":") { words[words.count - 1].removeLast() }
    if case .text(let text) = tail, let mark = text.last, ",;.:".contains(mark) {
      punctuate(&words, with: String(mark))
    }
  }

  /// Hands the punctuation of dropped words to the word before.
  private static func punctuate(_ words: inout [String], with marks: String) {
    guard let mark = marks.last, let last = words.last?.last, !",;.:".contains(last) else { return }
    words[words.count - 1].append(mark)
  }
}
