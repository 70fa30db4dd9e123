/// Texts of which a record must hold one, for a detection to match.
struct TellingTexts: Sendable {
  /// Whole values of the event's data, in lower case.
  private(set) var values: Set<String> = []
  /// Hexadecimal digits in lower case with which the binary part begins.
  private(set) var binaryStarts: Set<String> = []

  /// Nil when a detection may match a record that holds none.
  static func of(_ detection: Detection) -> TellingTexts? { of(detection.condition, in: detection) }

  private var count: Int { values.count + binaryStarts.count }

  private static func of(_ condition: Condition, in detection: Detection) -> TellingTexts? {
    switch condition {
    case .search(let index): of(detection.searches[index])
    case .oneOf(let indices): any(indices.map { of(detection.searches[$0]) })
    case .allOf(let indices): fewest(indices.map { of(detection.searches[$0]) })
    case .and(let parts): fewest(parts.map { of($0, in: detection) })
    case .or(let parts): any(parts.map { of($0, in: detection) })
    case .not: nil
    }
  }

  private static func of(_ search: Search) -> TellingTexts? {
    any(search.groups.map { group in fewest(group.map { of($0) }) })
  }

  /// What must be there when all of several must hold: the shortest list is as good as any.
  private static func fewest(_ all: [TellingTexts?]) -> TellingTexts? {
    all.compactMap { $0 }.min { $0.count < $1.count }
  }

  /// What must be there when one of several must hold.
  private static func any(_ all: [TellingTexts?]) -> TellingTexts? {
    var union = TellingTexts()
    for texts in all {
      guard let texts else { return nil }
      union.values.formUnion(texts.values)
      union.binaryStarts.formUnion(texts.binaryStarts)
    }
    return all.isEmpty ? nil : union
  }

  private static func of(_ line: FieldMatch) -> TellingTexts? {
    guard let field = line.field, !line.needsAll else { return nil }
    let isBinary = field.header == .binary
    switch field.place {
    case .unnamed, .everyUnnamed: break
    // A header field is no value of the event's data.
    case .data where field.header == nil || isBinary: break
    default: return nil
    }
    var texts = TellingTexts()
    for value in line.values {
      // A number has several notations.
      guard case .text(let glob, nil) = value else { return nil }
      if isBinary, let start = glob.literalStart {
        texts.binaryStarts.insert(start.lowercased())
      } else if !isBinary, let literal = glob.literal {
        texts.values.insert(literal.lowercased())
      } else {
        return nil
      }
    }
    return texts
  }
}

/// Rules by the texts they ask for: of the twenty about service states a record is compared with one or two.
struct TellingIndex: Sendable {
  private var byValue: [String: [Int]] = [:]
  private var byBinaryStart: [String: [Int]] = [:]
  private var lengths: Set<Int> = []
  private var always: [Int] = []

  /// Fewer rules are compared one by one.
  static let threshold = 6

  private static let binary = FieldName("Binary")

  /// `numbers` are indices into `rules`.
  init(_ numbers: [Int], of rules: [SignalRule]) {
    for number in numbers {
      guard let texts = TellingTexts.of(rules[number].detection) else {
        always.append(number)
        continue
      }
      for value in texts.values { byValue[value, default: []].append(number) }
      for start in texts.binaryStarts {
        byBinaryStart[start, default: []].append(number)
        lengths.insert(start.utf8.count)
      }
    }
  }

  /// The rules that can match a record, ascending.
  func candidates(in fields: RecordFields) -> [Int] {
    var found = Set(always)
    if !byValue.isEmpty {
      _ = fields.anyValue { value in
        if let numbers = byValue[value.lowercased()] { found.formUnion(numbers) }
        return false
      }
    }
    if !byBinaryStart.isEmpty, let name = Self.binary {
      _ = fields.contains(name) { value in
        let digits = value.lowercased()
        for length in lengths where length <= digits.utf8.count {
          if let numbers = byBinaryStart[String(digits.prefix(length))] { found.formUnion(numbers) }
        }
        return false
      }
    }
    return found.sorted()
  }
}
