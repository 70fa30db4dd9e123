/// Why a signal rule cannot be used: always the rule, the key, and what is allowed there.
public enum SignalRuleError: Error, Sendable, Hashable {
  /// A key that every rule has is not there.
  case missingKey(rule: String, key: String, expected: String)
  /// A value is of the wrong kind or not one of those allowed.
  case invalidValue(rule: String, key: String, found: String, expected: String)
  /// A key that no rule has, mostly a slip of the pen.
  case unknownKey(rule: String, key: String, allowed: String)
  /// Behind the `|` of a field stands no modifier that is supported.
  case unknownModifier(rule: String, key: String, found: String)
  /// The condition does not parse; `column` counts characters from 1.
  case badCondition(rule: String, column: Int, problem: String)
  /// A regular expression does not parse or is too large.
  case badPattern(rule: String, key: String, problem: String)
  /// The detection does not pin down a provider.
  case noProvider(rule: String)

  /// The path of keys the error is about, such as `detection.selection.Type|re`.
  public var key: String {
    switch self {
    case .missingKey(_, let key, _), .invalidValue(_, let key, _, _), .unknownKey(_, let key, _),
      .unknownModifier(_, let key, _), .badPattern(_, let key, _):
      key
    case .badCondition: "detection.condition"
    case .noProvider: "detection"
    }
  }
}

extension SignalRuleError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .missingKey(let rule, let key, let expected):
      "\(rule): `\(key)` is missing; it holds \(expected)"
    case .invalidValue(let rule, let key, let found, let expected):
      "\(rule): `\(key)` holds \(found); it takes \(expected)"
    case .unknownKey(let rule, let key, let allowed):
      "\(rule): `\(key)` is not a key of a signal rule; here are allowed: \(allowed)"
    case .unknownModifier(let rule, let key, let found):
      "\(rule): `\(key)`: there is no modifier `\(found)`; supported are: \(FieldModifier.list)"
    case .badCondition(let rule, let column, let problem):
      "\(rule): `detection.condition`, column \(column): \(problem)"
    case .badPattern(let rule, let key, let problem):
      "\(rule): `\(key)`: \(problem)"
    case .noProvider(let rule):
      "\(rule): `detection` must name its provider: give each way to match a `Provider_Name` without "
        + "modifier or wildcard, since an event id means nothing without it"
    }
  }
}
