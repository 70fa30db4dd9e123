/// Reads one JSON value (RFC 8259) within limits; characters XML would not carry are mended as there.
struct JSONParser {
  private let bytes: UnsafeRawBufferPointer
  private let limits: ReaderLimits
  private let codePage: CodePage?
  private var index = 0
  private var fields = 0
  private(set) var isRepaired = false

  init(_ bytes: UnsafeRawBufferPointer, limits: ReaderLimits, codePage: CodePage?) {
    self.bytes = bytes
    self.limits = limits
    self.codePage = codePage
  }

  /// The only value in the bytes.
  mutating func parse() throws(RecordFault) -> JSONValue {
    let value = try value(depth: 1)
    skipBlanks()
    guard index == bytes.count else { throw RecordFault(.malformed) }
    return value
  }

  private mutating func value(depth: Int) throws(RecordFault) -> JSONValue {
    guard depth <= limits.depth else { throw RecordFault(.tooDeep) }
    fields += 1
    guard fields <= limits.fields else { throw RecordFault(.tooManyFields) }
    skipBlanks()
    guard index < bytes.count else { throw RecordFault(.malformed) }
    switch bytes[index] {
    case UInt8(ascii: "{"): return try object(depth: depth)
    case UInt8(ascii: "["): return try array(depth: depth)
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try word("true", .bool(true))
    case UInt8(ascii: "f"): return try word("false", .bool(false))
    case UInt8(ascii: "n"): return try word("null", .null)
    default: return try number()
    }
  }

  private mutating func object(depth: Int) throws(RecordFault) -> JSONValue {
    var members: [(key: String, value: JSONValue)] = []
    index += 1
    skipBlanks()
    if take(UInt8(ascii: "}")) { return .object(members) }
    while true {
      skipBlanks()
      guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw RecordFault(.malformed) }
      let key = try string()
      skipBlanks()
      guard take(UInt8(ascii: ":")) else { throw RecordFault(.malformed) }
      members.append((key, try value(depth: depth + 1)))
      skipBlanks()
      if take(UInt8(ascii: "}")) { return .object(members) }
      guard take(UInt8(ascii: ",")) else { throw RecordFault(.malformed) }
    }
  }

  private mutating func array(depth: Int) throws(RecordFault) -> JSONValue {
    var items: [JSONValue] = []
    index += 1
    skipBlanks()
    if take(UInt8(ascii: "]")) { return .array(items) }
    while true {
      items.append(try value(depth: depth + 1))
      skipBlanks()
      if take(UInt8(ascii: "]")) { return .array(items) }
      guard take(UInt8(ascii: ",")) else { throw RecordFault(.malformed) }
    }
  }

  private mutating func number() throws(RecordFault) -> JSONValue {
    let start = index
    while index < bytes.count, Self.isNumberByte(bytes[index]) { index += 1 }
    guard index > start, index - start < 64 else { throw RecordFault(.malformed) }
    return .number(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  static func isNumberByte(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10 || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "+")
      || byte == UInt8(ascii: ".") || byte | 0x20 == UInt8(ascii: "e")
  }

  private mutating func word(_ text: StaticString, _ value: JSONValue) throws(RecordFault) -> JSONValue {
    for offset in 0..<text.utf8CodeUnitCount {
      guard index < bytes.count, bytes[index] == text.utf8Start[offset] else { throw RecordFault(.malformed) }
      index += 1
    }
    return value
  }

  private mutating func string() throws(RecordFault) -> String {
    if let plain = plainString() { return plain }
    index += 1
    var output: [UInt8] = []
    while index < bytes.count {
      let byte = bytes[index]
      switch byte {
      case UInt8(ascii: "\""):
        index += 1
        guard output.count <= limits.valueBytes else { throw RecordFault(.tooLarge) }
        return String(decoding: output, as: UTF8.self)
      case UInt8(ascii: "\\"): try escape(&output)
      case 0..<0x20 where byte != 0x09: mend(1, &output)
      case 0..<0x80:
        output.append(byte)
        index += 1
      default: beyondASCII(byte, &output)
      }
    }
    throw RecordFault(.malformed)
  }

  /// A string of printable ASCII without escapes, as nearly all are; nil for any other.
  private mutating func plainString() -> String? {
    let start = index + 1
    var end = start
    while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
      guard bytes[end] >= 0x20, bytes[end] < 0x80, bytes[end] != UInt8(ascii: "\\") else { return nil }
      end += 1
    }
    guard end < bytes.count, end - start <= limits.valueBytes else { return nil }
    index = end + 1
    return String(decoding: UnsafeRawBufferPointer(rebasing: bytes[start..<end]), as: UTF8.self)
  }

  private mutating func beyondASCII(_ byte: UInt8, _ output: inout [UInt8]) {
    if let codePage {
      UTF8Sequence.append(codePage.scalar(byte), to: &output)
      index += 1
      return
    }
    let length = UTF8Sequence.length(in: bytes, at: index)
    if length == 0 { return mend(1, &output) }
    output.append(contentsOf: bytes[index..<index + length])
    index += length
  }

  private mutating func mend(_ count: Int, _ output: inout [UInt8]) {
    UTF8Sequence.append(0xFFFD, to: &output)
    index += count
    isRepaired = true
  }

  private mutating func escape(_ output: inout [UInt8]) throws(RecordFault) {
    guard index + 1 < bytes.count else { throw RecordFault(.malformed) }
    let letter = bytes[index + 1]
    index += 2
    switch letter {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): output.append(letter)
    case UInt8(ascii: "b"), UInt8(ascii: "f"): mend(0, &output)
    case UInt8(ascii: "n"): output.append(0x0A)
    case UInt8(ascii: "r"): output.append(0x0D)
    case UInt8(ascii: "t"): output.append(0x09)
    case UInt8(ascii: "u"):
      var scalar = try unit()
      if scalar & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
        bytes[index + 1] == UInt8(ascii: "u")
      {
        let before = index
        index += 2
        let second = try unit()
        if second & 0xFC00 == 0xDC00 {
          scalar = 0x10000 + ((scalar & 0x3FF) << 10 | second & 0x3FF)
        } else {
          index = before
        }
      }
      if CharacterReference.isAllowed(scalar) {
        UTF8Sequence.append(scalar, to: &output)
      } else {
        mend(0, &output)
      }
    default: throw RecordFault(.malformed)
    }
  }

  private mutating func unit() throws(RecordFault) -> UInt32 {
    guard bytes.count - index >= 4 else { throw RecordFault(.malformed) }
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard let digit = HexDigit.value(bytes[index]) else { throw RecordFault(.malformed) }
      value = value << 4 | UInt32(digit)
      index += 1
    }
    return value
  }

  private mutating func take(_ byte: UInt8) -> Bool {
    guard index < bytes.count, bytes[index] == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipBlanks() {
    while index < bytes.count, isXMLBlank(bytes[index]) { index += 1 }
  }
}
