/// Reads the `detection` of a rule: searches with their fields and modifiers, and the condition.
struct DetectionReader {
  /// Most searches of a rule, lines of a search, and values of a line.
  static let searchLimit = 64
  static let lineLimit = 256
  static let valueLimit = 1024

  /// The rule's name, for messages.
  let rule: String

  func detection(_ document: RuleValue) throws(SignalRuleError) -> Detection {
    guard case .map(let entries) = document else {
      throw invalid("detection", document, "a map of searches with a `condition`")
    }
    guard let conditionValue = document["condition"] else {
      throw .missingKey(rule: rule, key: "detection.condition", expected: "which searches must match")
    }
    var searches: [Search] = []
    for entry in entries.sorted(by: { $0.key < $1.key }) where entry.key != "condition" {
      searches.append(try search(entry.key, entry.value))
    }
    guard (1...Self.searchLimit).contains(searches.count) else {
      throw invalid("detection", document, "1 to \(Self.searchLimit) searches beside the condition")
    }
    let condition = try condition(conditionValue, names: searches.map(\.name))
    return Detection(document: document, searches: searches, condition: condition)
  }

  private func condition(_ value: RuleValue, names: [String]) throws(SignalRuleError) -> Condition {
    // A list of conditions: any of them.
    let texts: [RuleValue] = if case .list(let list) = value { list } else { [value] }
    var parts: [Condition] = []
    for text in texts {
      guard case .text(let text) = text else {
        throw invalid("detection.condition", value, "a condition such as `selection and not filter`")
      }
      do {
        parts.append(try ConditionParser.parse(text, names: names))
      } catch {
        throw .badCondition(rule: rule, column: error.column, problem: error.text)
      }
    }
    guard let first = parts.first else {
      throw invalid("detection.condition", value, "a condition such as `selection and not filter`")
    }
    return parts.count == 1 ? first : .or(parts)
  }

  private func search(_ name: String, _ value: RuleValue) throws(SignalRuleError) -> Search {
    let key = "detection." + name
    switch value {
    case .map(let entries):
      return Search(name: name, groups: [try lines(entries, key: key)])
    case .list(let values):
      guard (1...Self.lineLimit).contains(values.count) else {
        throw invalid(key, value, "1 to \(Self.lineLimit) maps or keywords")
      }
      var groups: [[FieldMatch]] = []
      for (index, item) in values.enumerated() {
        if case .map(let entries) = item {
          groups.append(try lines(entries, key: "\(key)[\(index)]"))
        } else {
          groups.append([try keyword(item, key: "\(key)[\(index)]")])
        }
      }
      return Search(name: name, groups: groups)
    default:
      return Search(name: name, groups: [[try keyword(value, key: key)]])
    }
  }

  private func keyword(_ value: RuleValue, key: String) throws(SignalRuleError) -> FieldMatch {
    guard let text = value.scalarText, !text.isEmpty else {
      throw invalid(key, value, "a map of fields, or a keyword")
    }
    let glob = TextGlob(text).open(atStart: true, atEnd: true)
    return FieldMatch(field: nil, needsAll: false, values: [.text(glob, nil)])
  }

  private func lines(_ entries: [RuleValue.Entry], key: String) throws(SignalRuleError) -> [FieldMatch] {
    guard (1...Self.lineLimit).contains(entries.count) else {
      throw invalid(key, .map(entries), "1 to \(Self.lineLimit) fields")
    }
    var lines: [FieldMatch] = []
    for entry in entries {
      lines.append(try line(entry, key: "\(key).\(entry.key)"))
    }
    return lines
  }

  private func line(_ entry: RuleValue.Entry, key: String) throws(SignalRuleError) -> FieldMatch {
    let parts = entry.key.utf8.split(separator: UInt8(ascii: "|"), omittingEmptySubsequences: false)
      .map { String(Substring($0)) }
    var field: FieldName?
    if let name = parts.first, !name.isEmpty {
      guard let valid = FieldName(name) else {
        throw invalid(key, .text(name), "a field name, or `Data[0]` to `Data[999]`")
      }
      field = valid
    }
    var modifiers: [FieldModifier] = []
    for part in parts.dropFirst() {
      guard let modifier = FieldModifier(rawValue: part.lowercased()) else {
        throw .unknownModifier(rule: rule, key: key, found: part)
      }
      modifiers.append(modifier)
    }
    let reader = try ValueReader(rule: rule, key: key, isKeyword: field == nil, modifiers: modifiers)
    let values: [RuleValue] = if case .list(let list) = entry.value { list } else { [entry.value] }
    guard (1...Self.valueLimit).contains(values.count) else {
      throw invalid(key, entry.value, "1 to \(Self.valueLimit) values")
    }
    var matches: [ValueMatch] = []
    for value in values { matches.append(try reader.match(value)) }
    return FieldMatch(field: field, needsAll: modifiers.contains(.all), values: matches)
  }

  private func invalid(_ key: String, _ value: RuleValue, _ expected: String) -> SignalRuleError {
    .invalidValue(
      rule: rule, key: key, found: value.scalarText.map { "`\($0)`" } ?? value.kind, expected: expected)
  }
}
