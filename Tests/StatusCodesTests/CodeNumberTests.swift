import StatusCodes
import Testing

/// Numbers in and out of range.
struct CodeNumberTests {
  @Test(
    arguments: [
      ("0", 0), ("0X904", 2308), ("-1", 0xFFFF_FFFF), ("4294967295", 0xFFFF_FFFF), ("c000006d", 0xC000_006D),
      ("-2146893043", 0x8009_030D), ("18446744071562658573", 0x8009_030D),
    ] as [(String, UInt32)])
  func `reads`(text: String, value: UInt32) {
    #expect(CodeNumber.parse(text) == value)
  }

  @Test(arguments: [
    "", "-", "0x", "0x1FFFFFFFF", "4294967296", "-2147483649", "abcdefgh", "12 34", "deadbeef", "é",
  ])
  func `refuses`(text: String) {
    #expect(CodeNumber.parse(text) == nil)
  }
}
