import EventSignals

/// Tests a signal's fields against the `where` of an evidence item.
struct FieldCondition: Sendable {
  private let tests: [(field: SignalField, accepted: [Pattern], refused: [Pattern])]

  /// Fields that are no `SignalField` make a condition that nothing meets.
  init(_ table: [String: [String]]) {
    tests = table.sorted { $0.key < $1.key }.map { name, values in
      let field = SignalField(rawValue: name)
      let refused = values.filter { $0.hasPrefix("!") }.map { Pattern(String($0.dropFirst())) }
      let accepted = field == nil ? [.nothing] : values.filter { !$0.hasPrefix("!") }.map(Pattern.init)
      return (field ?? .detail, accepted, refused)
    }
  }

  /// Every field has one of the accepted values (where any is listed) and none of the refused.
  func holds(for signal: Signal) -> Bool {
    tests.allSatisfy { test in
      guard let value = signal[test.field] else { return test.accepted.isEmpty }
      if test.refused.contains(where: { $0.matches(value) }) { return false }
      return test.accepted.isEmpty || test.accepted.contains { $0.matches(value) }
    }
  }

  /// One value: a number in any notation, or text with `*`, without case.
  private enum Pattern: Sendable {
    case number(UInt32)
    case text([String], anchoredStart: Bool, anchoredEnd: Bool)
    case nothing

    init(_ text: String) {
      if let number = StatusNumber.parse(text) {
        self = .number(number)
      } else {
        let pieces = text.lowercased().split(separator: "*", omittingEmptySubsequences: false).map(
          String.init)
        self = .text(
          pieces.filter { !$0.isEmpty }, anchoredStart: pieces.first != "", anchoredEnd: pieces.last != "")
      }
    }

    func matches(_ value: String) -> Bool {
      switch self {
      case .nothing: return false
      case .number(let number): return StatusNumber.parse(value) == number
      case .text(let pieces, let anchoredStart, let anchoredEnd):
        let text = value.lowercased()
        if pieces.isEmpty { return !anchoredStart || text.isEmpty }
        if pieces.count == 1, anchoredStart, anchoredEnd { return text == pieces[0] }
        var rest = text[...]
        for (index, piece) in pieces.enumerated() {
          if index == 0, anchoredStart {
            guard rest.hasPrefix(piece) else { return false }
            rest = rest.dropFirst(piece.count)
          } else if index == pieces.count - 1, anchoredEnd {
            return rest.hasSuffix(piece)
          } else {
            guard let found = rest.firstRange(of: piece) else { return false }
            rest = rest[found.upperBound...]
          }
        }
        return !anchoredEnd || rest.isEmpty
      }
    }
  }
}
