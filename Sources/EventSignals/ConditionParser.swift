/// Reads a condition: `not` binds closer than `and`, `and` closer than `or`.
///
/// Besides names of searches there are `1 of …`, `any of …` and `all of …`, followed by `them` (every
/// search whose name does not begin with `_`) or by a name with `*` in it.
struct ConditionParser {
  /// What is wrong, and where: characters counted from 1.
  struct Problem: Error, Hashable {
    var column: Int
    var text: String
  }

  /// Deepest nesting of parentheses and `not`.
  static let depthLimit = 32
  /// Longest condition in characters.
  static let lengthLimit = 4096

  private struct Token {
    var text: String
    var column: Int
  }

  private let names: [String]
  private var tokens: [Token] = []
  private var position = 0
  private let endColumn: Int

  /// Parses a condition over searches given by name, in the order of the detection.
  static func parse(_ text: String, names: [String]) throws(Problem) -> Condition {
    guard text.count <= lengthLimit else {
      throw Problem(column: lengthLimit, text: "longer than \(lengthLimit) characters")
    }
    var parser = ConditionParser(text, names: names)
    let condition = try parser.disjunction(depth: 0)
    if let token = parser.next {
      if token.text == "|" {
        throw Problem(column: token.column, text: "aggregations behind `|` are not supported")
      }
      throw Problem(
        column: token.column, text: "`\(token.text)` stands where `and`, `or` or the end was expected")
    }
    return condition
  }

  private init(_ text: String, names: [String]) {
    self.names = names
    endColumn = text.count + 1
    var word = ""
    var start = 1
    for (index, character) in text.enumerated() {
      let column = index + 1
      let isPart = Self.isPart(character)
      if isPart {
        if word.isEmpty { start = column }
        word.append(character)
        continue
      }
      if !word.isEmpty { tokens.append(Token(text: word, column: start)) }
      word = ""
      if !character.isWhitespace { tokens.append(Token(text: String(character), column: column)) }
    }
    if !word.isEmpty { tokens.append(Token(text: word, column: start)) }
  }

  private static func isPart(_ character: Character) -> Bool {
    guard let byte = character.asciiValue else { return character.isLetter || character.isNumber }
    return switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): true
    default: "_*?-.".utf8.contains(byte)
    }
  }

  private var next: Token? { position < tokens.count ? tokens[position] : nil }

  private mutating func take(_ keyword: String) -> Bool {
    guard let token = next, token.text.lowercased() == keyword else { return false }
    position += 1
    return true
  }

  private mutating func disjunction(depth: Int) throws(Problem) -> Condition {
    var parts = [try conjunction(depth: depth)]
    while take("or") { parts.append(try conjunction(depth: depth)) }
    return parts.count == 1 ? parts[0] : .or(parts)
  }

  private mutating func conjunction(depth: Int) throws(Problem) -> Condition {
    var parts = [try negation(depth: depth)]
    while take("and") { parts.append(try negation(depth: depth)) }
    return parts.count == 1 ? parts[0] : .and(parts)
  }

  private mutating func negation(depth: Int) throws(Problem) -> Condition {
    guard depth < Self.depthLimit else {
      throw Problem(column: next?.column ?? endColumn, text: "nested deeper than \(Self.depthLimit)")
    }
    if take("not") { return .not(try negation(depth: depth + 1)) }
    guard let token = next else { throw Problem(column: endColumn, text: "ends where a search was expected") }
    if take("(") {
      let inner = try disjunction(depth: depth + 1)
      guard take(")") else {
        throw Problem(column: next?.column ?? endColumn, text: "`)` is missing")
      }
      return inner
    }
    if ["1", "any", "all"].contains(token.text.lowercased()), position + 1 < tokens.count,
      tokens[position + 1].text.lowercased() == "of"
    {
      position += 2
      let indices = try targets()
      return token.text.lowercased() == "all" ? .allOf(indices) : .oneOf(indices)
    }
    guard let index = names.firstIndex(of: token.text) else {
      throw Problem(
        column: token.column,
        text: "there is no search `\(token.text)`; there are: \(names.joined(separator: ", "))")
    }
    position += 1
    return .search(index)
  }

  /// Behind `of`.
  private mutating func targets() throws(Problem) -> [Int] {
    guard let token = next else { throw Problem(column: endColumn, text: "`them` or a name is missing") }
    position += 1
    let all = token.text.lowercased() == "them"
    let glob = TextGlob(token.text, cased: true)
    let indices = names.indices.filter { all ? !names[$0].hasPrefix("_") : glob.matches(names[$0]) }
    guard !indices.isEmpty else {
      throw Problem(column: token.column, text: "no search is called `\(token.text)`")
    }
    return indices
  }
}
