import EventSignals
import Testing

@Suite struct WindowsNumberTests {
  @Test(
    arguments: [
      ("2308", "0x904"), ("2147549183", "0x8000FFFF"), ("2147549183", "-2147418113"),
      ("-2147467259", "0x80004005"), ("0XFFFFFFFF80004005", "0x80004005"), ("0", "-0"), ("007", "7"),
      (" 12 ", "12"), ("+5", "5"), ("18446744073709551615", "-1"),
    ] as [(String, String)])
  func `takes notations of one code for one`(one: String, two: String) throws {
    let first = try #require(WindowsNumber(one))
    let second = try #require(WindowsNumber(two))
    #expect(first.isSameCode(as: second))
  }

  @Test(
    arguments: [
      "", " ", "-", "0x", "x12", "12a", "0xG", "1.5", "1e3", "18446744073709551616", "0x10000000000000000",
      "8000FFFF", "12 13", "--1", "１２",
    ])
  func `refuses what is no number`(text: String) {
    #expect(WindowsNumber(text) == nil)
  }

  @Test func `orders by value with the sign`() throws {
    let texts = ["-2147483648", "-5", "-1", "0", "0x5", "2147483648", "18446744073709551615"]
    let numbers = try texts.map { try #require(WindowsNumber($0)) }
    #expect(numbers.shuffled().sorted() == numbers)
  }

  @Test func `reads every 32-bit code in all three notations alike`() throws {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let code = UInt32.random(in: 0...UInt32.max, using: &generator)
      let decimal = try #require(WindowsNumber(String(code)))
      let hex = try #require(WindowsNumber("0x" + String(code, radix: 16)))
      let signed = try #require(WindowsNumber(String(Int32(bitPattern: code))))
      #expect(decimal.isSameCode(as: hex))
      #expect(decimal.isSameCode(as: signed))
      #expect(decimal.bits == UInt64(code))
    }
  }
}
