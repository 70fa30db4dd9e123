/// Replaces users, hosts, addresses, SIDs, domains and file names by stable pseudonyms.
///
/// One name has one pseudonym throughout a report. Names are taken from the logs' own fields;
/// addresses, SIDs, mail-like names and profile folders are found wherever they stand. The same logs
/// give the same pseudonyms.
public struct Redaction: Sendable {
  /// What stands for what; complete once the report was redacted.
  public private(set) var key: RedactionKey
  /// Names by their first character, longest first.
  private var terms: [Character: [(name: [Character], pseudonym: String)]]
  private var done: [String: String]

  /// Learns the names of everything a report is built from.
  public init(input: ReportInput) {
    key = NameCollector(input: input).key
    terms = [:]
    done = [:]
    for term in key.terms {
      let folded = Self.folded(Array(term.name))
      guard let first = folded.first else { continue }
      terms[first, default: []].append((folded, term.pseudonym))
    }
  }

  /// A text with every name in it replaced.
  public mutating func redact(_ text: String) -> String {
    if let known = done[text] { return known }
    let named = replaceTerms(in: text)
    let hashed = UserNameDigest.replace(in: named) { key.pseudonym(for: $0, kind: .hash) }
    let redacted = replacePatterns(in: hashed)
    done[text] = redacted
    return redacted
  }

  /// One character for one, so that positions in both forms agree.
  private static func folded(_ characters: [Character]) -> [Character] {
    characters.map { character in
      let lower = character.lowercased()
      return lower.count == 1 ? lower.first ?? character : character
    }
  }

  private func replaceTerms(in text: String) -> String {
    let characters = Array(text)
    let folded = Self.folded(characters)
    var result = ""
    var index = 0
    while index < characters.count {
      let startsWord = index == 0 || !Self.isWord(characters[index - 1]) || !Self.isWord(characters[index])
      if startsWord, let match = match(in: folded, at: index) {
        result += match.pseudonym
        index += match.length
      } else {
        result.append(characters[index])
        index += 1
      }
    }
    return result
  }

  private func match(in folded: [Character], at index: Int) -> (pseudonym: String, length: Int)? {
    guard let candidates = terms[folded[index]] else { return nil }
    for candidate in candidates {
      let end = index + candidate.name.count
      guard end <= folded.count, folded[index..<end].elementsEqual(candidate.name) else { continue }
      let endsWord = end == folded.count || !Self.isWord(folded[end]) || !Self.isWord(folded[end - 1])
      if endsWord { return (candidate.pseudonym, candidate.name.count) }
    }
    return nil
  }

  private static func isWord(_ character: Character) -> Bool { character.isLetter || character.isNumber }

  /// Addresses, SIDs, mail-like names and profile folders that no field gave.
  private mutating func replacePatterns(in text: String) -> String {
    var result = ""
    var token = ""
    func isTokenPart(_ character: Character) -> Bool {
      Self.isWord(character) || ".:-%@_".contains(character)
    }
    var before = ""
    for character in text {
      if isTokenPart(character) {
        token.append(character)
        continue
      }
      flush(&token, after: &before, into: &result)
      before.append(character)
      result.append(character)
    }
    flush(&token, after: &before, into: &result)
    return result
  }

  private mutating func flush(_ token: inout String, after before: inout String, into result: inout String) {
    guard !token.isEmpty else { return }
    let core = token.drop { ".:".contains($0) }
    let trimmed = core.reversed().drop { ".:-".contains($0) }.reversed().map(String.init).joined()
    let redacted =
      trimmed.isEmpty ? token : token.replacing(trimmed, with: pseudonym(of: trimmed, after: before))
    result += redacted
    before += token
    if before.count > 64 { before = String(before.suffix(32)) }
    token = ""
  }

  private mutating func pseudonym(of token: String, after before: String) -> String {
    guard !NameCollector.everyones.contains(token.lowercased()) else { return token }
    let lead = before.lowercased()
    if lead.hasSuffix("\\users\\") || lead.hasSuffix("/home/") || lead.hasSuffix("/users/") {
      return isPseudonym(token) || token.lowercased() == "public"
        ? token : key.pseudonym(for: token, kind: .user)
    }
    if AddressPattern.isPersonalSID(token) { return key.pseudonym(for: token, kind: .sid) }
    let bare = AddressPattern.withoutPort(token)
    if AddressPattern.isAddress(bare) {
      return key.pseudonym(for: bare, kind: .address) + token.dropFirst(bare.count)
    }
    let sides = token.split(separator: "@")
    if sides.count == 2, sides[1].contains(".") || isPseudonym(String(sides[1])),
      !isPseudonym(String(sides[0]))
    {
      return key.pseudonym(for: token, kind: .user)
    }
    return strangerPseudonym(of: token, after: before)
  }

  /// A machine or account no field gave, told by the known domain it stands with.
  private mutating func strangerPseudonym(of token: String, after before: String) -> String {
    let domain = RedactionKey.Kind.domain.prefix + "-"
    if let range = token.firstRange(of: ".\(domain)"), !isPseudonym(token) {
      return key.pseudonym(for: String(token[..<range.lowerBound]), kind: .host)
    }
    guard before.hasSuffix("\\"), !isPseudonym(token) else { return token }
    let account = before.dropLast()
    guard let start = account.ranges(of: domain).last, account[start.upperBound...].allSatisfy(\.isASCIIDigit)
    else { return token }
    return key.pseudonym(for: token, kind: .user)
  }

  private func isPseudonym(_ text: String) -> Bool {
    RedactionKey.Kind.allCases.contains { text.hasPrefix($0.prefix + "-") }
  }
}
