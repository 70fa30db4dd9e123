/// One value of a detection, ready to compare.
enum ValueMatch: Sendable, Hashable {
  /// `null`: the field is absent or empty.
  case absent
  /// `exists`: the field is there, or is not.
  case exists(Bool)
  /// A text; a number equals it in any notation too.
  case text(TextGlob, WindowsNumber?)
  /// Any of several texts, such as the alignments of `base64offset`.
  case anyText([TextGlob])
  case pattern(TextPattern)
  case number(Comparison, WindowsNumber)
  case address(AddressBlock)
  /// The value of another field of the same record.
  case field(FieldName, Containment, cased: Bool)

  /// The order two numbers must be in.
  enum Comparison: Sendable, Hashable {
    case less, atMost, greater, atLeast
  }

  /// How one text must lie in another.
  enum Containment: Sendable, Hashable {
    case equal, contains, starts, ends
  }

  /// Whether a field of a record matches; nil as field asks every value the event carries.
  func matches(_ field: FieldName?, in fields: RecordFields) -> Bool {
    guard let field else { return fields.anyValue(where: matches) }
    switch self {
    case .absent: return !fields.contains(field) { !$0.isEmpty }
    case .exists(let expected): return fields.has(field) == expected
    case .field(let other, let containment, let cased):
      return fields.contains(field) { value in
        fields.contains(other) { Self.compare(value, with: $0, containment, cased: cased) }
      }
    default: return fields.contains(field, where: matches)
    }
  }

  /// Whether it is decided by a value alone, without the rest of the record.
  var looksAtOneValue: Bool {
    switch self {
    case .absent, .exists, .field: false
    case .text, .anyText, .pattern, .number, .address: true
    }
  }

  /// Whether a single value matches; false for those that no single value decides.
  func matches(_ value: String) -> Bool {
    switch self {
    case .text(let glob, let number):
      if glob.matches(value) { return true }
      guard let number, let found = WindowsNumber(value) else { return false }
      return number.isSameCode(as: found)
    case .anyText(let globs): return globs.contains { $0.matches(value) }
    case .pattern(let pattern): return pattern.matches(value)
    case .number(let comparison, let limit):
      guard let number = WindowsNumber(value) else { return false }
      return switch comparison {
      case .less: number < limit
      case .atMost: number <= limit
      case .greater: number > limit
      case .atLeast: number >= limit
      }
    case .address(let block): return block.contains(value)
    case .absent, .exists, .field: return false
    }
  }

  private static func compare(
    _ value: String, with other: String, _ containment: Containment, cased: Bool
  ) -> Bool {
    if containment == .equal, let one = WindowsNumber(value), let two = WindowsNumber(other) {
      return one.isSameCode(as: two)
    }
    let glob = TextGlob(literal: other, cased: cased)
    return switch containment {
    case .equal: glob.matches(value)
    case .contains: glob.open(atStart: true, atEnd: true).matches(value)
    case .starts: glob.open(atStart: false, atEnd: true).matches(value)
    case .ends: glob.open(atStart: true, atEnd: false).matches(value)
    }
  }
}
