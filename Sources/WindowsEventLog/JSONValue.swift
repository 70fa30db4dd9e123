/// A JSON value that keeps the order and repeats of an object's keys.
enum JSONValue {
  case object([(key: String, value: JSONValue)])
  case array([JSONValue])
  case string(String)
  /// As written: exports hold 64-bit numbers that no floating point keeps.
  case number(String)
  case bool(Bool)
  case null

  /// The first value of a key, of an object.
  subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The text of a scalar; nil for an object, an array or null.
  var scalar: String? {
    switch self {
    case .string(let text), .number(let text): text
    case .bool(let value): value ? "true" : "false"
    case .object, .array, .null: nil
    }
  }
}
