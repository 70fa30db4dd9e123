import Testing

@testable import WindowsEventLog

@Suite struct ValueTextsTests {
  private func text(_ texts: ValueTexts, _ units: [UInt16]) -> (String, Bool) {
    units.flatMap { littleEndian($0) }.withUnsafeBytes { buffer in
      guard let base = buffer.baseAddress else { return ("", false) }
      var isRepaired = false
      let text = texts.text(base, units: units.count, isRepaired: &isRepaired)
      return (text, isRepaired)
    }
  }

  @Test func `gives the same as without remembering, however often asked`() {
    let texts = ValueTexts()
    for round in 0..<4 {
      for number in 0..<2000 {
        let expected =
          "user \(number) of CONTOSO, Größe \(number % 7)" + String(repeating: "x", count: number % 40)
        let (read, isRepaired) = text(texts, Array(expected.utf16))
        #expect(read == expected, "round \(round)")
        #expect(!isRepaired)
      }
    }
  }

  @Test func `says each time that a text was mended`() {
    let texts = ValueTexts()
    let units = [UInt16](repeating: 0x61, count: 20) + [0xD800]
    for _ in 0..<3 {
      let (read, isRepaired) = text(texts, units)
      #expect(read == String(repeating: "a", count: 20) + "\u{FFFD}")
      #expect(isRepaired)
    }
  }

  @Test func `tells identifiers of different lengths apart`() {
    let texts = IdentifierTexts()
    let short: [UInt8] = [9, 1, 2, 3, 4, 5, 6, 7]
    for _ in 0..<2 {
      #expect(short.withUnsafeBytes { texts.text(of: $0) { "short" } } == "short")
      #expect((short + [0, 0]).withUnsafeBytes { texts.text(of: $0) { "long" } } == "long")
    }
  }
}
