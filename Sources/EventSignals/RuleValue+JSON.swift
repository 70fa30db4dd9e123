extension RuleValue {
  /// The deepest nesting of a document: far more than any rule needs.
  public static let depthLimit = 64

  /// Reads a JSON text, or nil when it is not one (or nested deeper than `depthLimit`).
  ///
  /// Built-in knowledge is embedded as JSON and read at every start; this takes a tenth of the time of
  /// a `Decoder`, which has to guess the type of every value of a free-form document.
  public init?(json: String) {
    var json = json
    let value = json.withUTF8 { bytes -> RuleValue? in
      var scanner = JSONScanner(bytes: bytes)
      return scanner.document()
    }
    guard let value else { return nil }
    self = value
  }

  /// Reads the UTF-8 bytes of a JSON text, or nil when they are not one.
  ///
  /// - Parameter key: A key whose entries are passed over in every map, unread; none unless told.
  public init?(json bytes: UnsafeBufferPointer<UInt8>, leavingOut key: StaticString? = nil) {
    var scanner = JSONScanner(bytes: bytes)
    scanner.unread = key
    guard let value = scanner.document() else { return nil }
    self = value
  }
}

/// A recursive-descent reader of RFC 8259 JSON over bytes that stay where they are.
private struct JSONScanner {
  let bytes: UnsafeBufferPointer<UInt8>
  var position = 0
  /// The key whose entries are passed over.
  var unread: StaticString?

  init(bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  mutating func document() -> RuleValue? {
    guard let value = value(depth: 0) else { return nil }
    skipBlanks()
    return position == bytes.count ? value : nil
  }

  private var next: UInt8? { position < bytes.count ? bytes[position] : nil }

  private mutating func skipBlanks() {
    while let byte = next, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 { position += 1 }
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    position += 1
    return true
  }

  private mutating func take(_ word: StaticString) -> Bool {
    let length = word.utf8CodeUnitCount
    guard position + length <= bytes.count else { return false }
    for index in 0..<length where bytes[position + index] != word.utf8Start[index] { return false }
    position += length
    return true
  }

  private mutating func value(depth: Int) -> RuleValue? {
    guard depth < RuleValue.depthLimit else { return nil }
    skipBlanks()
    switch next {
    case UInt8(ascii: "{"): return map(depth: depth)
    case UInt8(ascii: "["): return list(depth: depth)
    case UInt8(ascii: "\""): return text().map(RuleValue.text)
    case UInt8(ascii: "t"): return take("true") ? .bool(true) : nil
    case UInt8(ascii: "f"): return take("false") ? .bool(false) : nil
    case UInt8(ascii: "n"): return take("null") ? .null : nil
    default: return number()
    }
  }

  private mutating func map(depth: Int) -> RuleValue? {
    position += 1
    skipBlanks()
    var entries: [RuleValue.Entry] = []
    if take(UInt8(ascii: "}")) { return .map([]) }
    while true {
      skipBlanks()
      guard next == UInt8(ascii: "\"") else { return nil }
      if let unread, names(unread) {
        position += unread.utf8CodeUnitCount + 2
        skipBlanks()
        guard take(UInt8(ascii: ":")), skipValue() else { return nil }
      } else {
        guard let key = text() else { return nil }
        skipBlanks()
        guard take(UInt8(ascii: ":")), let value = value(depth: depth + 1) else { return nil }
        entries.append(.init(key: key, value: value))
      }
      skipBlanks()
      if take(UInt8(ascii: "}")) { return .map(entries) }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
  }

  /// Whether the quoted text here is this name, written without escapes.
  private func names(_ name: StaticString) -> Bool {
    let (start, count) = (position + 1, name.utf8CodeUnitCount)
    guard start + count < bytes.count, bytes[start + count] == UInt8(ascii: "\"") else { return false }
    return (0..<count).allSatisfy { bytes[start + $0] == name.utf8Start[$0] }
  }

  /// Passes over a value by its brackets and quotation marks alone.
  private mutating func skipValue() -> Bool {
    var depth = 0
    while let byte = next {
      switch byte {
      case UInt8(ascii: "\""):
        guard skipText() else { return false }
        if depth == 0 { return true }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return true }
        depth -= 1
        position += 1
        if depth == 0 { return true }
      case UInt8(ascii: ","):
        if depth == 0 { return true }
        position += 1
      default: position += 1
      }
    }
    return false
  }

  /// At a quotation mark: passes over the text up to its partner.
  private mutating func skipText() -> Bool {
    position += 1
    while let byte = next {
      position += byte == UInt8(ascii: "\\") ? 2 : 1
      if byte == UInt8(ascii: "\"") { return true }
    }
    return false
  }

  private mutating func list(depth: Int) -> RuleValue? {
    position += 1
    skipBlanks()
    var values: [RuleValue] = []
    if take(UInt8(ascii: "]")) { return .list([]) }
    while true {
      guard let value = value(depth: depth + 1) else { return nil }
      values.append(value)
      skipBlanks()
      if take(UInt8(ascii: "]")) { return .list(values) }
      guard take(UInt8(ascii: ",")) else { return nil }
    }
  }

  private mutating func number() -> RuleValue? {
    let start = position
    var whole = true
    while let byte = next {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): break
      case UInt8(ascii: "+"), UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"): whole = false
      default:
        return number(from: start, whole: whole)
      }
      position += 1
    }
    return number(from: start, whole: whole)
  }

  private func number(from start: Int, whole: Bool) -> RuleValue? {
    let text = String(decoding: bytes[start..<position], as: UTF8.self)
    if whole, let number = Int64(text) { return .integer(number) }
    return Double(text).map(RuleValue.decimal)
  }

  /// At a quotation mark: the text up to its partner.
  private mutating func text() -> String? {
    position += 1
    let start = position
    while let byte = next, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") {
      guard byte >= 0x20 else { return nil }
      position += 1
    }
    guard next != nil else { return nil }
    if take(UInt8(ascii: "\"")) {
      return String(decoding: bytes[start..<position - 1], as: UTF8.self)
    }
    var copy = Array(bytes[start..<position])
    while let byte = next {
      position += 1
      switch byte {
      case UInt8(ascii: "\""): return String(decoding: copy, as: UTF8.self)
      case UInt8(ascii: "\\"): guard escape(into: &copy) else { return nil }
      case 0..<0x20: return nil
      default: copy.append(byte)
      }
    }
    return nil
  }

  /// Behind a backslash.
  private mutating func escape(into copy: inout [UInt8]) -> Bool {
    guard let byte = next else { return false }
    position += 1
    switch byte {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): copy.append(byte)
    case UInt8(ascii: "n"): copy.append(0x0A)
    case UInt8(ascii: "r"): copy.append(0x0D)
    case UInt8(ascii: "t"): copy.append(0x09)
    case UInt8(ascii: "b"): copy.append(0x08)
    case UInt8(ascii: "f"): copy.append(0x0C)
    case UInt8(ascii: "u"):
      guard let scalar = unicodeEscape() else { return false }
      copy.append(contentsOf: String(Character(scalar)).utf8)
    default: return false
    }
    return true
  }

  /// Behind `\u`: a scalar, both halves of a surrogate pair taken.
  private mutating func unicodeEscape() -> Unicode.Scalar? {
    guard let first = hexUnit() else { return nil }
    guard (0xD800..<0xDC00).contains(first) else { return Unicode.Scalar(first) }
    guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")), let second = hexUnit(),
      (0xDC00..<0xE000).contains(second)
    else { return nil }
    return Unicode.Scalar(0x10000 + ((first - 0xD800) << 10) + (second - 0xDC00))
  }

  private mutating func hexUnit() -> UInt32? {
    guard position + 4 <= bytes.count else { return nil }
    let digits = String(decoding: bytes[position..<position + 4], as: UTF8.self)
    guard digits.utf8.allSatisfy({ $0 != UInt8(ascii: "+") && $0 != UInt8(ascii: "-") }) else { return nil }
    position += 4
    return UInt32(digits, radix: 16)
  }
}
