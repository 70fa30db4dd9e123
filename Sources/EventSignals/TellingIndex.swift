import WindowsEventLog

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
    for (number, texts) in zip(numbers, DecidingTexts.mostTelling(of: numbers.map { rules[$0].scope.texts }))
    {
      guard let texts else {
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
