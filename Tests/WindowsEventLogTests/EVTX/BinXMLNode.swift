/// Binary XML to be written, as the tests describe it.
indirect enum BinXMLNode: Sendable {
  /// `dependency` is the value the element needs; 0xFFFF for none.
  case element(
    String, dependency: UInt16 = 0xFFFF, attributes: [(String, [BinXMLNode])] = [], [BinXMLNode] = [])
  case text(String)
  case cdata(String)
  case character(UInt16)
  case entity(String)
  case value(UInt16, type: UInt8 = 1)
  case optional(UInt16, type: UInt8 = 1)
  /// Bytes as they are, to write what no log should hold.
  case raw([UInt8])
}

/// A template to be written: its GUID and what it defines.
struct BinXMLTemplateSpec: Sendable {
  /// Makes the GUID; its first four bytes are the identifier that instances carry.
  var number: UInt32
  var nodes: [BinXMLNode]

  var guid: [UInt8] { littleEndian(number) + littleEndian(UInt32(0xFA01)) + [8, 7, 6, 5, 4, 3, 2, 1] }
}

/// A substitution value to be written.
enum BinXMLValueSpec: Sendable {
  case bytes(type: UInt8, [UInt8])
  /// A value of type BinXml that holds an instance of a template.
  case instance(BinXMLTemplateSpec, [BinXMLValueSpec])
  /// A value of type BinXml that holds elements, without dependency identifiers.
  case elements([BinXMLNode])

  static let null = Self.bytes(type: 0, [])
  static func string(_ text: String) -> Self { .bytes(type: 1, utf16(text)) }
  static func uint8(_ number: UInt8) -> Self { .bytes(type: 4, [number]) }
  static func uint16(_ number: UInt16) -> Self { .bytes(type: 6, littleEndian(number)) }
  static func uint32(_ number: UInt32) -> Self { .bytes(type: 8, littleEndian(number)) }
  static func uint64(_ number: UInt64) -> Self { .bytes(type: 10, littleEndian(number)) }
  static func hex64(_ number: UInt64) -> Self { .bytes(type: 0x15, littleEndian(number)) }
  static func fileTime(_ ticks: UInt64) -> Self { .bytes(type: 0x11, littleEndian(ticks)) }
}

func littleEndian<N: FixedWidthInteger>(_ number: N) -> [UInt8] {
  (0..<N.bitWidth / 8).map { UInt8(truncatingIfNeeded: number >> N($0 * 8)) }
}

func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { littleEndian($0) } }
