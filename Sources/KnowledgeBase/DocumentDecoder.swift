internal import EventSignals

/// Decodes values from a rule document and remembers which keys nobody asked for.
///
/// Faster than a JSON decoder, since the document is already in memory, and the only way to tell a
/// misspelt key of a cause from an absent one.
final class DocumentDecoder: Decoder {
  let userInfo: [CodingUserInfoKey: Any] = [:]
  fileprivate let value: RuleValue
  fileprivate let ledger: KeyLedger?
  /// The document this one lies in, and where: paths are put together only for messages.
  private let outer: DocumentDecoder?
  private let key: (any CodingKey)?

  fileprivate init(_ value: RuleValue, ledger: KeyLedger?) {
    self.value = value
    self.ledger = ledger
    outer = nil
    key = nil
  }

  fileprivate init(_ value: RuleValue, at key: any CodingKey, in outer: DocumentDecoder) {
    self.value = value
    self.ledger = outer.ledger
    self.outer = outer
    self.key = key
  }

  var codingPath: [any CodingKey] {
    var path: [any CodingKey] = []
    var place: DocumentDecoder? = self
    while let here = place {
      if let key = here.key { path.append(key) }
      place = here.outer
    }
    return path.reversed()
  }

  /// Decodes a value; with it come the paths of the keys it has no use for, sorted, when asked.
  static func decode<Value: Decodable>(
    _ type: Value.Type, from document: RuleValue, findingUnusedKeys: Bool = false
  ) throws -> (value: Value, unusedKeys: [String]) {
    let ledger = findingUnusedKeys ? KeyLedger() : nil
    let value = try Value(from: DocumentDecoder(document, ledger: ledger))
    return (value, ledger?.unused ?? [])
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    guard case .map(let entries) = value else { throw mismatch(type, "a map") }
    return KeyedDecodingContainer(KeyedDocument<Key>(entries: entries, decoder: self))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    guard case .list(let values) = value else { throw mismatch([RuleValue].self, "a list") }
    return ListedDocument(values: values, decoder: self)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer { SingleDocument(decoder: self) }

  fileprivate func mismatch(_ type: Any.Type, _ expected: String) -> DecodingError {
    .typeMismatch(
      type,
      .init(codingPath: codingPath, debugDescription: "holds \(value.kind); it takes \(expected)"))
  }

  /// Any value: the standard ones read directly, others by their own `init(from:)`.
  fileprivate func decode<Value: Decodable>(_ type: Value.Type) throws -> Value {
    switch type {
    case is String.Type: if let text = value.scalarText as? Value { return text }
    case is Bool.Type: if case .bool(let truth) = value, let result = truth as? Value { return result }
    case is Double.Type:
      if case .integer(let number) = value, let result = Double(number) as? Value { return result }
      if case .decimal(let number) = value, let result = number as? Value { return result }
    case is RuleValue.Type: if let result = value as? Value { return result }
    default: return try Value(from: self)
    }
    throw mismatch(type, type == Bool.self ? "true or false" : type == Double.self ? "a number" : "a text")
  }

  /// A value that asked for a single one of its own: whole numbers do.
  fileprivate func decodeSingle<Value: Decodable>(_ type: Value.Type) throws -> Value {
    guard let whole = Value.self as? any FixedWidthInteger.Type else { return try decode(type) }
    guard case .integer(let number) = value, let result = whole.init(exactly: number) as? Value else {
      throw mismatch(type, "a whole number")
    }
    return result
  }
}

/// Keys seen in maps and not asked for.
private final class KeyLedger {
  private var open: [String: Set<String>] = [:]

  func enter(_ path: String, _ keys: [String]) {
    if open[path] == nil { open[path] = Set(keys) }
  }

  func use(_ key: String, at path: String) { open[path]?.remove(key) }

  var unused: [String] {
    open.flatMap { path, keys in keys.map { path.isEmpty ? $0 : "\(path).\($0)" } }.sorted()
  }
}

/// The path of keys as messages show it.
func keyPath(_ path: [any CodingKey]) -> String {
  path.reduce(into: "") { text, key in
    if let index = key.intValue {
      text += "[\(index)]"
    } else {
      text += (text.isEmpty ? "" : ".") + key.stringValue
    }
  }
}

/// The position of a list item.
private struct IndexKey: CodingKey {
  let intValue: Int?
  var stringValue: String { intValue.map { String($0) } ?? "" }
  init(_ index: Int) { intValue = index }
  init?(intValue: Int) { self.intValue = intValue }
  init?(stringValue: String) { nil }
}

private struct KeyedDocument<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let entries: [RuleValue.Entry]
  private let decoder: DocumentDecoder
  private let place: String

  init(entries: [RuleValue.Entry], decoder: DocumentDecoder) {
    self.entries = entries
    self.decoder = decoder
    place = decoder.ledger == nil ? "" : keyPath(decoder.codingPath)
    decoder.ledger?.enter(place, entries.map(\.key))
  }

  var codingPath: [any CodingKey] { decoder.codingPath }
  var allKeys: [Key] { entries.compactMap { Key(stringValue: $0.key) } }

  private func find(_ key: Key) -> RuleValue? {
    decoder.ledger?.use(key.stringValue, at: place)
    return entries.first { $0.key == key.stringValue }?.value
  }

  private func inner(_ key: Key) throws -> DocumentDecoder {
    guard let value = find(key) else {
      throw DecodingError.keyNotFound(
        key, .init(codingPath: codingPath, debugDescription: "`\(key.stringValue)` is missing"))
    }
    return DocumentDecoder(value, at: key, in: decoder)
  }

  func contains(_ key: Key) -> Bool { find(key) != nil }
  func decodeNil(forKey key: Key) throws -> Bool { find(key).map { $0 == .null } ?? true }
  func decode<Value: Decodable>(_ type: Value.Type, forKey key: Key) throws -> Value {
    try inner(key).decode(type)
  }
  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) throws -> KeyedDecodingContainer<Nested> { try inner(key).container(keyedBy: type) }
  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try inner(key).unkeyedContainer()
  }
  func superDecoder() throws -> any Decoder { decoder }
  func superDecoder(forKey key: Key) throws -> any Decoder { try inner(key) }
}

private struct ListedDocument: UnkeyedDecodingContainer {
  private let values: [RuleValue]
  private let decoder: DocumentDecoder
  private(set) var currentIndex = 0

  init(values: [RuleValue], decoder: DocumentDecoder) {
    self.values = values
    self.decoder = decoder
  }

  var codingPath: [any CodingKey] { decoder.codingPath }
  var count: Int? { values.count }
  var isAtEnd: Bool { currentIndex >= values.count }

  private mutating func next() throws -> DocumentDecoder {
    guard !isAtEnd else {
      throw DecodingError.valueNotFound(
        RuleValue.self, .init(codingPath: codingPath, debugDescription: "the list ends too early"))
    }
    defer { currentIndex += 1 }
    return DocumentDecoder(values[currentIndex], at: IndexKey(currentIndex), in: decoder)
  }

  mutating func decodeNil() throws -> Bool {
    guard !isAtEnd, values[currentIndex] == .null else { return false }
    currentIndex += 1
    return true
  }
  mutating func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try next().decode(type) }
  mutating func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type
  ) throws -> KeyedDecodingContainer<Nested> { try next().container(keyedBy: type) }
  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    try next().unkeyedContainer()
  }
  mutating func superDecoder() throws -> any Decoder { try next() }
}

private struct SingleDocument: SingleValueDecodingContainer {
  let decoder: DocumentDecoder
  var codingPath: [any CodingKey] { decoder.codingPath }
  func decodeNil() -> Bool { decoder.value == .null }
  func decode<Value: Decodable>(_ type: Value.Type) throws -> Value { try decoder.decodeSingle(type) }
}
