/// What somebody wants explained.
public enum CodeQuery: Sendable, Hashable {
  /// A number in any spelling; the text as it was written.
  case number(UInt32, text: String)
  /// A disconnect reason and an extended reason, as the client's dialog shows them: `0x904/0x7`.
  case pair(UInt32, UInt32)
  /// A TLS alert: `alert 40`.
  case alert(UInt32)
  /// An event, with the words for its provider where some were given: `Schannel/36874`, `event 226`.
  case event(provider: String?, id: UInt32)
  /// A symbol or part of one: `SEC_E_NO_CREDENTIALS`.
  case symbol(String)

  /// Reads one code as written in one piece.
  public init(_ text: String) {
    let trimmed = Self.trim(text)
    if let number = CodeNumber.parse(trimmed) {
      self = .number(number, text: trimmed)
      return
    }
    for separator: Character in ["/", " ", ":", "#"] {
      guard let place = trimmed.lastIndex(of: separator) else { continue }
      let left = Self.trim(String(trimmed[..<place]))
      let right = Self.trim(String(trimmed[trimmed.index(after: place)...]))
      guard let number = CodeNumber.parse(right), !left.isEmpty else { continue }
      self = Self.joined(left, number)
      return
    }
    self = .symbol(trimmed)
  }

  /// Reads a command line's words: a word that is no symbol belongs to the number after it.
  public static func queries(in words: [String]) -> [CodeQuery] {
    var queries: [CodeQuery] = []
    var index = 0
    while index < words.count {
      let word = words[index]
      let next = index + 1 < words.count ? words[index + 1] : nil
      if let next, let number = CodeNumber.parse(next), case .symbol = CodeQuery(word),
        !StatusCodes.isSymbol(word)
      {
        queries.append(joined(trim(word), number))
        index += 2
      } else {
        queries.append(CodeQuery(word))
        index += 1
      }
    }
    return queries
  }

  private static func joined(_ left: String, _ number: UInt32) -> CodeQuery {
    if let first = CodeNumber.parse(left) { return .pair(first, number) }
    switch left.lowercased() {
    case "alert", "tls alert", "tls": return .alert(number)
    case "event", "id", "event id": return .event(provider: nil, id: number)
    default: return .event(provider: left, id: number)
    }
  }

  private static func trim(_ text: String) -> String {
    var rest = Substring(text)
    while rest.first?.isWhitespace == true { rest.removeFirst() }
    while rest.last?.isWhitespace == true { rest.removeLast() }
    return String(rest)
  }
}
