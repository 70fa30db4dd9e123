import Testing

@testable import EventExport

@Suite struct ExportBufferNumbersTests {
  @Test(arguments: [0, 7, 9, 10, 99, 100, 4_294_967_295, 9_999_999_999_999_999_999, UInt64.max])
  func `writes decimals as Swift does`(number: UInt64) {
    #expect(appended { $0.appendDecimal(number) } == String(number))
  }

  @Test func `writes hex with at least the width asked for`() {
    #expect(appended { $0.appendHex(0, width: 1) } == "0")
    #expect(appended { $0.appendHex(0x8000_0000_0000_0080, width: 1) } == "8000000000000080")
    #expect(appended { $0.appendHex(0xAB, width: 16) } == "00000000000000ab")
  }

  @Test func `writes bytes as upper-case hex`() {
    #expect(appended { $0.appendHexBytes([0, 0x9A, 0xFF]) } == "009AFF")
  }
}
