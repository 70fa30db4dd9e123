import Testing

@testable import WindowsEventLog

private func items(_ type: UInt8, _ bytes: [UInt8], limit: Int = 100) throws(BinXMLFault) -> [String] {
  var result: Result<[String], BinXMLFault> = .success([])
  bytes.withUnsafeBytes { buffer in
    guard let base = buffer.baseAddress else { return }
    let view = ChunkBytes(base: base, count: bytes.count)
    let value = BinXMLValue(offset: 0, size: bytes.count, type: BinXMLValueType(rawValue: type))
    do throws(BinXMLFault) {
      var isRepaired = false
      result = .success(
        try value.items(in: view, limit: limit).map { $0.text(in: view, isRepaired: &isRepaired) })
    } catch {
      result = .failure(error)
    }
  }
  return try result.get()
}

@Suite struct BinXMLValueItemsTests {
  @Test func `parts strings at their ends, empty ones kept`() throws {
    #expect(try items(0x81, utf16("a\0\0bc\0")) == ["a", "", "bc"])
    #expect(try items(0x81, utf16("a\0b")) == ["a", "b"])
    #expect(try items(0x82, Array("x\0y\0".utf8)) == ["x", "y"])
  }

  @Test func `parts numbers by their width`() throws {
    #expect(try items(0x88, littleEndian(UInt32(7)) + littleEndian(UInt32(8))) == ["7", "8"])
    #expect(try items(0x84, [1, 2, 3]) == ["1", "2", "3"])
    #expect(try items(0x8D, [1, 0, 0, 0, 0, 0, 0, 0]) == ["true", "false"])
  }

  @Test func `parts identifiers by their own length`() throws {
    let sid: [UInt8] = [1, 1, 0, 0, 0, 0, 0, 5, 18, 0, 0, 0]
    #expect(try items(0x93, sid + sid + [1, 2]) == ["S-1-5-18", "S-1-5-18", "0102"])
  }

  @Test func `keeps an array of a wrong size as one item`() throws {
    #expect(try items(0x88, [1, 2, 3, 4, 5]) == ["0102030405"])
  }

  @Test func `refuses more items than the limit`() {
    #expect(throws: BinXMLFault.tooManyItems) { try items(0x84, [1, 2, 3], limit: 2) }
    #expect(throws: BinXMLFault.tooManyItems) { try items(0x81, utf16("a\0b\0c\0"), limit: 2) }
  }
}
