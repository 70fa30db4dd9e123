import Testing

@testable import Diagnosis

struct StatusNumberTests {
  @Test(
    arguments: [
      ("2308", 2308), ("0x904", 2308), ("-2146893043", 0x8009_030D), ("0xffffffff8009030d", 0x8009_030D),
      ("2147549183", 0x8000_FFFF),
    ] as [(String, UInt32)])
  func `reads every notation of one number`(text: String, number: UInt32) {
    #expect(StatusNumber.parse(text) == number)
  }

  @Test(arguments: ["", "-", "0x", "0x1ffffffff", "4294967296", "-2147483649", "%%2313", "12a"])
  func `refuses what is no 32-bit number`(text: String) {
    #expect(StatusNumber.parse(text) == nil)
  }
}
