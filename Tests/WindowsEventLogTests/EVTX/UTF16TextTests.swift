import Testing

@testable import WindowsEventLog

private func string(_ units: [UInt16]) -> (String, Bool) {
  let bytes = units.flatMap { littleEndian($0) }
  return bytes.withUnsafeBytes { buffer in
    guard let base = buffer.baseAddress else { return ("", false) }
    var isRepaired = false
    let text = UTF16Text.string(base, units: units.count, isRepaired: &isRepaired)
    return (text, isRepaired)
  }
}

@Suite struct UTF16TextTests {
  @Test(arguments: ["", "a", "abcd", "exactly8", "nine char", "Größe 𝄞 日本", "tab\tand\nline", "~\u{7F}€"])
  func `reads text of every length and kind`(text: String) {
    let (read, isRepaired) = string(Array(text.utf16))
    #expect(read == text)
    #expect(!isRepaired)
  }

  @Test func `replaces what XML cannot carry at every place`() {
    for shift in 0..<10 {
      for bad: UInt16 in [0x01, 0x1F, 0xD800, 0xDC00, 0xFFFE, 0xFFFF] {
        let head = [UInt16](repeating: 0x61, count: shift)
        let (read, isRepaired) = string(head + [bad, 0x62])
        #expect(read == String(repeating: "a", count: shift) + "\u{FFFD}b")
        #expect(isRepaired)
      }
    }
  }

  @Test func `leaves zero units at the end out, not inside`() {
    #expect(string([0x61, 0, 0]).0 == "a")
    #expect(string([0x61, 0, 0x62]).0 == "a\u{FFFD}b")
  }

  @Test func `makes every line end a line feed`() {
    #expect(string(Array("a\r\nb\rc\nd\r".utf16)).0 == "a\nb\nc\nd\n")
    #expect(!string(Array("a\r\nb".utf16)).1)
  }
}
