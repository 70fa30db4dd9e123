import Testing

@testable import WindowsEventLog

/// The text of a value made of bytes.
private func text(_ type: UInt8, _ bytes: [UInt8]) -> String {
  bytes.withUnsafeBytes { buffer in
    guard let base = buffer.baseAddress else { return "" }
    var isRepaired = false
    let value = BinXMLValue(offset: 0, size: bytes.count, type: BinXMLValueType(rawValue: type))
    return value.text(in: ChunkBytes(base: base, count: bytes.count), isRepaired: &isRepaired)
  }
}

@Suite struct BinXMLValueTextTests {
  @Test(
    arguments: [
      (0x01, utf16("text\0\0"), "text"), (0x02, Array("caf".utf8) + [0xE9, 0], "café"),
      (0x03, [0xFF], "-1"), (0x04, [0xFF], "255"), (0x05, [0xFE, 0xFF], "-2"), (0x06, [1, 2], "513"),
      (0x07, littleEndian(Int32.min), "-2147483648"), (0x08, littleEndian(UInt32.max), "4294967295"),
      (0x09, littleEndian(Int64.min), "-9223372036854775808"),
      (0x0A, littleEndian(UInt64.max), "18446744073709551615"),
      (0x0B, littleEndian(Float(1.5).bitPattern), "1.5"), (0x0C, littleEndian(Double(2).bitPattern), "2"),
      (0x0C, littleEndian(Double.nan.bitPattern), "NaN"), (0x0D, [1, 0, 0, 0], "true"),
      (0x0D, [0, 0, 0, 0], "false"), (0x0D, [0, 0, 0, 0x80], "true"), (0x0E, [0x00, 0xAB], "00AB"),
      (
        0x0F,
        [0x61, 0xC9, 0x39, 0x11, 0x49, 0xB5, 0x51, 0x42, 0x8E, 0xD3, 0x27, 0x25, 0x0A, 0x1E, 0xDE, 0xC8],
        "{1139C961-B549-4251-8ED3-27250A1EDEC8}"
      ),
      (0x10, [0x10, 0, 0, 0], "0x10"), (0x10, [0x10, 0, 0, 0, 0, 0, 0, 0x80], "0x8000000000000010"),
      (0x11, littleEndian(UInt64(133_746_875_570_387_882)), "2024-10-29T14:59:17.0387882Z"),
      (
        0x12, [0xE8, 7, 10, 0, 2, 0, 29, 0, 14, 0, 59, 0, 17, 0, 0xE7, 3],
        "2024-10-29T14:59:17.9990000Z"
      ),
      (0x13, [1, 2, 0, 0, 0, 0, 0, 5, 32, 0, 0, 0, 0x20, 2, 0, 0], "S-1-5-32-544"),
      (0x14, littleEndian(UInt32(0xC000_006D)), "0xc000006d"), (0x14, [0, 0, 0, 0], "0x0"),
      (0x15, littleEndian(UInt64(0x3E7)), "0x3e7"), (0x00, [1, 2], ""),
    ] as [(UInt8, [UInt8], String)])
  func `writes a value as Windows does`(type: UInt8, bytes: [UInt8], expected: String) {
    #expect(text(type, bytes) == expected)
  }

  @Test(
    arguments: [
      (0x08, [1, 2, 3], "010203"), (0x0F, [1], "01"), (0x13, [9, 9], "0909"), (0x11, [UInt8](), ""),
      (0x12, [UInt8](repeating: 0xFF, count: 16), String(repeating: "FF", count: 16)),
      (0x11, [UInt8](repeating: 0xFF, count: 8), "FFFFFFFFFFFFFFFF"), (0x7F, [0xCA], "CA"),
    ] as [(UInt8, [UInt8], String)])
  func `writes bytes that are no such value as hex`(type: UInt8, bytes: [UInt8], expected: String) {
    #expect(text(type, bytes) == expected)
  }
}
