/// Writes JSON (RFC 8259) key by key, in the order it is told, straight into bytes.
///
/// Small objects stay on one line; what holds them is indented by two blanks.
struct JSONText {
  private(set) var bytes: [UInt8] = []
  private var depth = 0
  /// Whether something already stands in the innermost container.
  private var needsComma = false
  /// Containers opened inside one that stays on its line.
  private var inlineDepth = 0

  init(capacity: Int = 4_096) { bytes.reserveCapacity(capacity) }

  mutating func object(inline: Bool = false, _ body: (inout JSONText) -> Void) {
    container("{", "}", inline: inline, body)
  }

  mutating func array(inline: Bool = false, _ body: (inout JSONText) -> Void) {
    container("[", "]", inline: inline, body)
  }

  /// Begins a member; its value follows at once.
  mutating func key(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(contentsOf: inlineDepth > 0 ? "\":".utf8 : "\": ".utf8)
    needsComma = false
    afterKey = true
  }

  mutating func string(_ value: String) {
    separate()
    quote(value)
  }

  mutating func null() {
    separate()
    bytes.append(contentsOf: "null".utf8)
  }

  mutating func bool(_ value: Bool) {
    separate()
    bytes.append(contentsOf: value ? "true".utf8 : "false".utf8)
  }

  mutating func integer(_ value: some BinaryInteger) {
    separate()
    bytes.append(contentsOf: String(value).utf8)
  }

  /// With at most so many decimals, trailing zeros dropped; never an exponent.
  mutating func number(_ value: Double, decimals: Int) {
    separate()
    var text = Amount.fixed(value, decimals: decimals)
    if text.contains(".") {
      while text.hasSuffix("0") { text.removeLast() }
      if text.hasSuffix(".") { text.append("0") }
    }
    bytes.append(contentsOf: text.utf8)
  }

  private var afterKey = false

  private mutating func separate() {
    if afterKey {
      afterKey = false
      needsComma = true
      return
    }
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    if depth > 0, inlineDepth == 0 { newLine() }
    needsComma = true
  }

  private mutating func container(
    _ open: Character, _ close: Character, inline: Bool, _ body: (inout JSONText) -> Void
  ) {
    separate()
    bytes.append(contentsOf: String(open).utf8)
    let start = bytes.count
    depth += 1
    if inline || inlineDepth > 0 { inlineDepth += 1 }
    needsComma = false
    body(&self)
    depth -= 1
    let wasInline = inlineDepth > 0
    if wasInline { inlineDepth -= 1 }
    if !wasInline, bytes.count > start { newLine() }
    bytes.append(contentsOf: String(close).utf8)
    needsComma = true
  }

  private mutating func newLine() {
    bytes.append(UInt8(ascii: "\n"))
    for _ in 0..<depth { bytes.append(contentsOf: "  ".utf8) }
  }

  /// Escapes what RFC 8259 demands, and what breaks a script or a terminal: DEL, C1 controls, line
  /// separators and the marks that turn text round.
  private mutating func quote(_ value: String) {
    bytes.append(UInt8(ascii: "\""))
    defer { bytes.append(UInt8(ascii: "\"")) }
    if value.utf8.allSatisfy({ Self.isPlain($0) }) {
      bytes.append(contentsOf: value.utf8)
      return
    }
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": bytes.append(contentsOf: "\\\"".utf8)
      case "\\": bytes.append(contentsOf: "\\\\".utf8)
      case "\n": bytes.append(contentsOf: "\\n".utf8)
      case "\r": bytes.append(contentsOf: "\\r".utf8)
      case "\t": bytes.append(contentsOf: "\\t".utf8)
      default:
        if HostileText.isControl(scalar) {
          bytes.append(contentsOf: "\\u".utf8)
          let hex = String(scalar.value, radix: 16)
          bytes.append(contentsOf: String(repeating: "0", count: max(0, 4 - hex.count)).utf8)
          bytes.append(contentsOf: hex.utf8)
        } else {
          bytes.append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      }
    }
  }

  /// Whether a byte of UTF-8 is a character that stands for itself.
  private static func isPlain(_ byte: UInt8) -> Bool {
    (0x20..<0x7F).contains(byte) && byte != UInt8(ascii: "\"") && byte != UInt8(ascii: "\\")
  }
}
