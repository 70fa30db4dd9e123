/// One substitution value: its type and where its bytes lie in the chunk.
struct BinXMLValue {
  private let start: UInt32
  private let length: UInt16
  let type: BinXMLValueType

  /// Offset in the chunk; with `size` inside it, checked when the value was listed.
  var offset: Int { Int(start) }
  /// Bytes, below 65,536 as the format has it.
  var size: Int { Int(length) }

  init(offset: Int, size: Int, type: BinXMLValueType) {
    start = UInt32(truncatingIfNeeded: offset)
    length = UInt16(truncatingIfNeeded: size)
    self.type = type
  }

  /// No value: the attribute or element that depends on it is not there.
  var isNull: Bool { type == .null }
}

/// The type byte of a value ([MS-EVEN6] 2.2.12, ValueType).
struct BinXMLValueType: RawRepresentable, Equatable {
  let rawValue: UInt8

  init(rawValue: UInt8) { self.rawValue = rawValue }

  static let null = Self(rawValue: 0x00)
  static let string = Self(rawValue: 0x01)
  static let ansiString = Self(rawValue: 0x02)
  static let int8 = Self(rawValue: 0x03)
  static let uint8 = Self(rawValue: 0x04)
  static let int16 = Self(rawValue: 0x05)
  static let uint16 = Self(rawValue: 0x06)
  static let int32 = Self(rawValue: 0x07)
  static let uint32 = Self(rawValue: 0x08)
  static let int64 = Self(rawValue: 0x09)
  static let uint64 = Self(rawValue: 0x0A)
  static let real32 = Self(rawValue: 0x0B)
  static let real64 = Self(rawValue: 0x0C)
  static let bool = Self(rawValue: 0x0D)
  static let binary = Self(rawValue: 0x0E)
  static let guid = Self(rawValue: 0x0F)
  static let sizeT = Self(rawValue: 0x10)
  static let fileTime = Self(rawValue: 0x11)
  static let systemTime = Self(rawValue: 0x12)
  static let sid = Self(rawValue: 0x13)
  static let hexInt32 = Self(rawValue: 0x14)
  static let hexInt64 = Self(rawValue: 0x15)
  static let handle = Self(rawValue: 0x20)
  static let binXML = Self(rawValue: 0x21)
  static let xml = Self(rawValue: 0x23)

  /// Whether the value is a row of values of `element`.
  var isArray: Bool { rawValue & 0x80 != 0 }
  /// The type of one item.
  var element: Self { Self(rawValue: rawValue & 0x7F) }
}
