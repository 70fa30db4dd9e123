/// Reads the values of one line of a search as its modifiers say.
struct ValueReader {
  private let rule: String
  private let key: String
  private let modifiers: Set<FieldModifier>
  private let containment: ValueMatch.Containment
  private let isKeyword: Bool

  /// Modifiers of which a line can have one at most: each reads the value in its own way.
  private static let kinds: [FieldModifier] = [
    .expression, .exists, .lessThan, .atMost, .greaterThan, .atLeast, .addressBlock, .fieldReference, .base64,
    .base64Offset, .anyDash,
  ]
  private static let containments: [FieldModifier: ValueMatch.Containment] = [
    .contains: .contains, .startsWith: .starts, .endsWith: .ends,
  ]

  init(rule: String, key: String, isKeyword: Bool, modifiers: [FieldModifier]) throws(SignalRuleError) {
    self.rule = rule
    self.key = key
    self.isKeyword = isKeyword
    let given = Set(modifiers)
    self.modifiers = given
    guard !modifiers.isEmpty else {
      containment = isKeyword ? .contains : .equal
      return
    }
    func refuse(_ what: [FieldModifier]) -> SignalRuleError {
      .invalidValue(
        rule: rule, key: key, found: what.map { "`\($0.rawValue)`" }.joined(separator: " with "),
        expected: "modifiers that go together")
    }
    let kinds = Self.kinds.filter(given.contains)
    let places = FieldModifier.allCases.filter { Self.containments[$0] != nil && given.contains($0) }
    guard kinds.count <= 1 else { throw refuse(kinds) }
    guard places.count <= 1 else { throw refuse(places) }
    // Ways to read a value that leave no room for "contains" and the like, or for case.
    let closed: Set<FieldModifier> = [
      .expression, .exists, .lessThan, .atMost, .greaterThan, .atLeast, .addressBlock,
    ]
    if let kind = kinds.first, closed.contains(kind) {
      if let place = places.first { throw refuse([kind, place]) }
      if given.contains(.cased) { throw refuse([kind, .cased]) }
    }
    for flag in [FieldModifier.ignoringCase, .multiline, .dotAll]
    where given.contains(flag) && !given.contains(.expression) {
      throw refuse([flag])
    }
    if isKeyword, let kind = kinds.first, kind == .exists || kind == .fieldReference { throw refuse([kind]) }
    containment = places.first.flatMap { Self.containments[$0] } ?? (isKeyword ? .contains : .equal)
  }

  /// One value, ready to compare.
  func match(_ value: RuleValue) throws(SignalRuleError) -> ValueMatch {
    if modifiers.contains(.exists) {
      guard case .bool(let expected) = value else { throw invalid(value, "true or false") }
      return .exists(expected)
    }
    if let comparison {
      guard let text = value.scalarText, let number = WindowsNumber(text) else {
        throw invalid(value, "a whole number, decimal or 0x hex")
      }
      return .number(comparison, number)
    }
    if case .null = value {
      guard modifiers.isEmpty || modifiers == [.all], !isKeyword else {
        throw invalid(value, "a text; null goes with a field without modifiers")
      }
      return .absent
    }
    guard let text = value.scalarText else { throw invalid(value, "a text or a number") }
    if modifiers.contains(.expression) { return .pattern(try pattern(text)) }
    if modifiers.contains(.addressBlock) {
      guard let block = AddressBlock(text) else { throw invalid(value, "addresses such as `10.0.0.0/8`") }
      return .address(block)
    }
    let cased = modifiers.contains(.cased)
    if modifiers.contains(.fieldReference) {
      guard let field = FieldName(text) else { throw invalid(value, "the name of another field") }
      return .field(field, containment, cased: cased)
    }
    return try plain(text, value: value, cased: cased)
  }

  private func plain(_ text: String, value: RuleValue, cased: Bool) throws(SignalRuleError) -> ValueMatch {
    let glob = TextGlob(text, cased: cased)
    if modifiers.contains(.base64) || modifiers.contains(.base64Offset) {
      // Case is part of what is encoded.
      guard let literal = TextGlob(text, cased: true).literal, !literal.isEmpty else {
        throw invalid(value, "a text without wildcards, since it is encoded as it stands")
      }
      let bytes = Array(literal.utf8)
      if modifiers.contains(.base64Offset) {
        let texts = Base64Text.encodeAtEveryOffset(bytes)
        return .anyText(texts.map { place(TextGlob(literal: $0, cased: cased), as: containment) })
      }
      return .text(place(TextGlob(literal: Base64Text.encode(bytes), cased: cased), as: containment), nil)
    }
    if modifiers.contains(.anyDash) { return .text(place(glob.withAnyDash, as: containment), nil) }
    let number = containment == .equal && glob.isLiteral ? WindowsNumber(text) : nil
    return .text(place(glob, as: containment), number)
  }

  private func place(_ glob: TextGlob, as containment: ValueMatch.Containment) -> TextGlob {
    switch containment {
    case .equal: glob
    case .contains: glob.open(atStart: true, atEnd: true)
    case .starts: glob.open(atStart: false, atEnd: true)
    case .ends: glob.open(atStart: true, atEnd: false)
    }
  }

  private var comparison: ValueMatch.Comparison? {
    if modifiers.contains(.lessThan) { return .less }
    if modifiers.contains(.atMost) { return .atMost }
    if modifiers.contains(.greaterThan) { return .greater }
    return modifiers.contains(.atLeast) ? .atLeast : nil
  }

  private func pattern(_ text: String) throws(SignalRuleError) -> TextPattern {
    let options = TextPattern.Options(
      ignoringCase: modifiers.contains(.ignoringCase), multiline: modifiers.contains(.multiline),
      dotAll: modifiers.contains(.dotAll))
    do {
      return try TextPattern(text, options: options)
    } catch {
      throw .badPattern(rule: rule, key: key, problem: error.text)
    }
  }

  private func invalid(_ value: RuleValue, _ expected: String) -> SignalRuleError {
    .invalidValue(
      rule: rule, key: key, found: value.scalarText.map { "`\($0)`" } ?? value.kind, expected: expected)
  }
}
