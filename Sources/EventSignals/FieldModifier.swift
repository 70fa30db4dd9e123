/// What may follow a field's name behind `|` in a detection (Sigma specification 2, modifiers).
public enum FieldModifier: String, Sendable, Hashable, CaseIterable {
  case contains
  case startsWith = "startswith"
  case endsWith = "endswith"
  /// Every value of the list must match, not any.
  case all
  /// The value is a regular expression (see `TextPattern`).
  case expression = "re"
  /// Behind `re`: ignore case.
  case ignoringCase = "i"
  /// Behind `re`: `^` and `$` match at line breaks.
  case multiline = "m"
  /// Behind `re`: `.` matches line breaks too.
  case dotAll = "s"
  case cased
  case exists
  case lessThan = "lt"
  case atMost = "lte"
  case greaterThan = "gt"
  case atLeast = "gte"
  case addressBlock = "cidr"
  case base64
  /// The value at any of the three alignments inside a longer Base64 text.
  case base64Offset = "base64offset"
  /// A dash of a command line may be any dash, or a slash.
  case anyDash = "windash"
  /// The value names another field of the same event.
  case fieldReference = "fieldref"

  /// All of them, as messages list them.
  public static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}
