import Testing

@testable import WindowsEventLog

/// Text that is no Unicode.
struct CodePageTests {
  private func page(_ bytes: [UInt8], _ encoding: TextEncoding = .utf8(isCertain: false)) -> CodePage? {
    bytes.withUnsafeBytes { CodePage.of($0, in: encoding) }
  }

  /// "Benutzer Müller für", in both pages.
  private let oem: [UInt8] =
    Array("Benutzer M".utf8) + [0x81] + Array("ller f".utf8) + [0x81] + Array("r".utf8)
  private let ansi: [UInt8] =
    Array("Benutzer M".utf8) + [0xFC] + Array("ller f".utf8) + [0xFC] + Array("r".utf8)

  @Test func `letters inside words tell the page`() {
    #expect(page(oem) == .oem850)
    #expect(page(ansi) == .windows1252)
    #expect(page(Array("Müller".utf8)) == nil)
  }

  @Test func `quotation marks and apostrophes of ANSI are no letters of OEM`() {
    // „Wort“ and it’s
    #expect(page([0x84] + Array("Wort".utf8) + [0x93]) == .windows1252)
    #expect(page(Array("it".utf8) + [0x92] + Array("s".utf8)) == .windows1252)
  }

  @Test func `a byte that neither page has letters for is damage`() {
    #expect(page([0x61, 0xFF, 0x61]) == nil)
    #expect(page(oem, .utf8(isCertain: true)) == nil)
  }

  @Test func `a record in the console's code page is read, and not mended`() throws {
    let before =
      "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='P'/>"
      + "<EventID>1</EventID><Channel>C</Channel><Computer>H</Computer></System><EventData><Data Name='u'>"
    let log = try ReadLog(Array(before.utf8) + oem + Array("</Data></EventData></Event>".utf8))
    #expect(log.records.first?.data.first?.value == "Benutzer Müller für")
    #expect(log.summary.description.encoding == "IBM850")
    #expect(log.summary.ledger.repaired == 0)
  }
}
