/// Values as the text Windows writes for them.
extension BinXMLValue {
  /// The text of a value that is no array and holds no XML; bytes of a wrong size come as hex.
  func text(in bytes: ChunkBytes, isRepaired: inout Bool) -> String {
    let element = type.element
    if let width = element.width, width != size { return size == 0 ? "" : hex(in: bytes) }
    switch element {
    case .null: return ""
    case .string, .xml:
      return UTF16Text.string(bytes.base + offset, units: size / 2, isRepaired: &isRepaired)
    case .ansiString: return ANSIText.string(bytes.unchecked(size, at: offset), isRepaired: &isRepaired)
    case .int8: return String(bytes.base.load(fromByteOffset: offset, as: Int8.self))
    case .uint8: return DecimalText.string(UInt64(bytes.base.load(fromByteOffset: offset, as: UInt8.self)))
    case .int16: return String(Int16(bitPattern: bytes.unchecked16(at: offset)))
    case .uint16: return DecimalText.string(UInt64(bytes.unchecked16(at: offset)))
    case .int32: return String(Int32(bitPattern: bytes.unchecked32(at: offset)))
    case .uint32: return DecimalText.string(UInt64(bytes.unchecked32(at: offset)))
    case .int64: return String(Int64(bitPattern: bytes.unchecked64(at: offset)))
    case .uint64: return DecimalText.string(bytes.unchecked64(at: offset))
    case .real32: return Self.real(Double(Float(bitPattern: bytes.unchecked32(at: offset))), single: true)
    case .real64: return Self.real(Double(bitPattern: bytes.unchecked64(at: offset)), single: false)
    case .bool: return isTrue(in: bytes) ? "true" : "false"
    case .guid: return BinXMLGUID.text(bytes, at: offset, letters: UInt8(ascii: "A"))
    case .sizeT, .handle: return size == 4 || size == 8 ? hexNumber(in: bytes) : hex(in: bytes)
    case .hexInt32, .hexInt64: return hexNumber(in: bytes)
    case .fileTime, .systemTime:
      return time(in: bytes)?.iso8601 ?? hex(in: bytes)
    case .sid: return SecurityIdentifier.text(bytes.unchecked(size, at: offset)) ?? hex(in: bytes)
    default: return hex(in: bytes)
    }
  }

  /// Windows stores a boolean in four bytes and takes any that is not zero for true.
  private func isTrue(in bytes: ChunkBytes) -> Bool {
    bytes.unchecked(size, at: offset).contains { $0 != 0 }
  }

  private func hexNumber(in bytes: ChunkBytes) -> String {
    let number = size == 4 ? UInt64(bytes.unchecked32(at: offset)) : bytes.unchecked64(at: offset)
    return HexText.string(number)
  }

  /// The bytes in upper-case hex.
  private func hex(in bytes: ChunkBytes) -> String { HexText.string(bytes.unchecked(size, at: offset)) }

  /// The shortest text that reads back as the same number, whole numbers without a fraction.
  private static func real(_ value: Double, single: Bool) -> String {
    if value.isNaN { return "NaN" }
    if value.isInfinite { return value < 0 ? "-INF" : "INF" }
    let text = single ? Float(value).description : value.description
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}

extension BinXMLValueType {
  /// Bytes of one item; nil where they vary.
  var width: Int? {
    switch self {
    case .int8, .uint8: 1
    case .int16, .uint16: 2
    case .int32, .uint32, .real32, .hexInt32: 4
    case .int64, .uint64, .real64, .fileTime, .hexInt64: 8
    case .guid, .systemTime: 16
    default: nil
    }
  }
}
