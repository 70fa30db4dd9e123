import Foundation
import Testing

@testable import EventExport

@Suite struct ExportBufferEscapingTests {
  /// Every ASCII character at every place of an eight-byte word, with longer characters around it.
  static let texts: [String] = (0...0x7F).flatMap { code in
    (0...8).map { shift in
      String(repeating: "é", count: shift) + String(UnicodeScalar(UInt8(code))) + "tail €𝄞"
    }
  }

  @Test func `writes JSON strings that parse back`() throws {
    for text in Self.texts {
      let json = appended { $0.appendJSON(text) }
      let value = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
      #expect(value as? String == text)
    }
  }

  @Test func `writes long JSON strings across its pieces`() throws {
    let text = String(repeating: "0123456\"89\u{1}é", count: 3000)
    let json = appended { $0.appendJSON(text) }
    let value = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
    #expect(value as? String == text)
  }

  @Test func `writes JSON control characters short where JSON has a short form`() {
    #expect(appended { $0.appendJSON("a\n\t\r\u{8}\u{C}\u{0}\u{1F}/") } == #""a\n\t\r\b\f\u0000\u001f/""#)
  }

  @Test func `replaces what XML text cannot carry`() {
    #expect(
      appended { $0.appendXMLText("a<b>&'\"\t\r\n\u{0}\u{1F}\u{7F}\u{FFFE}\u{FFFF}\u{FFFD}ｆ") }
        == "a&lt;b&gt;&amp;'\"\t&#13;&#10;\u{FFFD}\u{FFFD}\u{7F}\u{FFFD}\u{FFFD}\u{FFFD}ｆ")
  }

  @Test func `keeps an attribute's blanks from being normalised`() {
    #expect(appended { $0.appendXMLAttribute("a'b\"\t\n\r<") } == "a&apos;b\"&#9;&#10;&#13;&lt;")
  }

  @Test func `replaces a noncharacter that lies across two pieces`() {
    for shift in 4090...4097 {
      let head = String(repeating: "x", count: shift)
      #expect(appended { $0.appendXMLText(head + "\u{FFFF}y") } == head + "\u{FFFD}y")
    }
  }

  @Test(arguments: ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "＝1"])
  func `defuses formulas in cells`(text: String) {
    #expect(appended { $0.appendCSVCell(text) } == "\"'" + text + "\"")
  }

  @Test func `doubles quotes and keeps line ends in cells`() {
    #expect(appended { $0.appendCSVCell("a\"b\r\n,c\u{0}") } == "\"a\"\"b\r\n,c\u{FFFD}\"")
  }
}

@Suite struct ShortTextEscapingTests {
  @Test func `escapes at every place of a text of every length`() {
    for length in 1...20 {
      for place in 0..<length {
        var text = [UInt8](repeating: 0x61, count: length)
        text[place] = 0x22
        var buffer = ExportBuffer()
        buffer.appendJSON(String(decoding: text, as: UTF8.self))
        var expected = text
        expected.insert(0x5C, at: place)
        #expect(buffer.bytes == [0x22] + expected + [0x22])
      }
    }
  }
}
