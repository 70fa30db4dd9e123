/// Takes typed values out of a rule's document, with messages that name the key and what it takes.
struct DocumentReader {
  let rule: String
  /// What stands before every key in messages, such as `faultline.`.
  let path: String
  let document: RuleValue

  /// Refuses a document that is no map or has other keys.
  func allowOnly(_ keys: [String]) throws(SignalRuleError) {
    guard case .map(let entries) = document else {
      throw .invalidValue(rule: rule, key: String(path.dropLast()), found: document.kind, expected: "a map")
    }
    for entry in entries where !keys.contains(entry.key) {
      throw .unknownKey(rule: rule, key: path + entry.key, allowed: keys.joined(separator: ", "))
    }
  }

  func text(_ key: String, expected: String) throws(SignalRuleError) -> String {
    guard let text = try textIfPresent(key), !text.isEmpty else {
      throw .missingKey(rule: rule, key: path + key, expected: expected)
    }
    return text
  }

  func textIfPresent(_ key: String) throws(SignalRuleError) -> String? {
    guard let value = document[key], value != .null else { return nil }
    guard let text = value.scalarText else { throw invalid(key, value, "a text") }
    return text
  }

  /// A list of texts, or a single one; empty when the key is not there.
  func texts(_ key: String) throws(SignalRuleError) -> [String] {
    guard let value = document[key], value != .null else { return [] }
    if let text = value.scalarText { return [text] }
    guard case .list(let values) = value else { throw invalid(key, value, "a text or a list of texts") }
    var texts: [String] = []
    for item in values {
      guard let text = item.scalarText else { throw invalid(key, item, "a text or a list of texts") }
      texts.append(text)
    }
    return texts
  }

  func textMap(_ key: String, keys: [String]) throws(SignalRuleError) -> [String: String] {
    guard let value = document[key], value != .null else { return [:] }
    let inner = DocumentReader(rule: rule, path: path + key + ".", document: value)
    try inner.allowOnly(keys)
    var map: [String: String] = [:]
    for key in keys { map[key] = try inner.textIfPresent(key) }
    return map
  }

  func truth(_ key: String) throws(SignalRuleError) -> Bool? {
    guard let value = document[key], value != .null else { return nil }
    guard case .bool(let truth) = value else { throw invalid(key, value, "true or false") }
    return truth
  }

  func choice(_ key: String, of values: [String]) throws(SignalRuleError) -> String? {
    guard let text = try textIfPresent(key) else { return nil }
    guard values.contains(text) else { throw invalid(key, .text(text), values.joined(separator: ", ")) }
    return text
  }

  func choice<Choice: RawRepresentable<String> & CaseIterable>(
    _ key: String, as type: Choice.Type
  ) throws(SignalRuleError) -> Choice? {
    guard let text = try textIfPresent(key) else { return nil }
    guard let choice = Choice(rawValue: text) else {
      throw invalid(key, .text(text), Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  private func invalid(_ key: String, _ value: RuleValue, _ expected: String) -> SignalRuleError {
    .invalidValue(
      rule: rule, key: path + key, found: value.scalarText.map { "`\($0)`" } ?? value.kind, expected: expected
    )
  }
}
