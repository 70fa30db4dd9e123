/// A value of a rule file: what YAML and JSON have in common.
///
/// Rules are read through this one type, so that a file of the user (YAML) and a built-in one
/// (embedded JSON) meet the same checks and the same messages.
public enum RuleValue: Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int64)
  /// A number with a fraction, an exponent, or beyond 64 bits.
  case decimal(Double)
  case text(String)
  case list([RuleValue])
  /// In the order of the file; keys are unique.
  case map([Entry])

  /// One key of a map.
  public struct Entry: Sendable, Hashable {
    public var key: String
    public var value: RuleValue

    public init(key: String, value: RuleValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value under a key of a map; nil when it is no map or has no such key. O(keys).
  public subscript(key: String) -> RuleValue? {
    guard case .map(let entries) = self else { return nil }
    return entries.first { $0.key == key }?.value
  }

  /// The text of a scalar, numbers and truth values included; nil for null, lists and maps.
  public var scalarText: String? {
    switch self {
    case .text(let text): text
    case .integer(let number): String(number)
    case .decimal(let number): String(number)
    case .bool(let truth): truth ? "true" : "false"
    case .null, .list, .map: nil
    }
  }

  /// What kind of value it is, as messages call it.
  public var kind: String {
    switch self {
    case .null: "nothing"
    case .bool: "a truth value"
    case .integer, .decimal: "a number"
    case .text: "a text"
    case .list: "a list"
    case .map: "a map"
    }
  }
}
