import StatusCodes
import Testing

/// How a code may be written.
struct CodeQueryTests {
  @Test(
    arguments: [
      ("Schannel/36874", "Schannel", 36874), ("client 1026", "client", 1026), ("event 226", nil, 226),
      ("Security-Auditing#4625", "Security-Auditing", 4625),
    ] as [(String, String?, UInt32)])
  func `an event may name its provider`(text: String, provider: String?, id: UInt32) {
    #expect(CodeQuery(text) == .event(provider: provider, id: id))
  }

  @Test func `a pair and an alert are told from events`() {
    #expect(CodeQuery("0x904/0x7") == .pair(0x904, 7))
    #expect(CodeQuery("2308 / 7") == .pair(2308, 7))
    #expect(CodeQuery("alert 40") == .alert(40))
  }

  @Test func `words of a command line find their numbers`() {
    let words = ["0x904", "alert", "40", "SEC_E_LOGON_DENIED", "2308", "client", "1026", "-2146893043"]
    #expect(
      CodeQuery.queries(in: words) == [
        .number(0x904, text: "0x904"), .alert(40), .symbol("SEC_E_LOGON_DENIED"), .number(2308, text: "2308"),
        .event(provider: "client", id: 1026), .number(0x8009_030D, text: "-2146893043"),
      ])
    #expect(CodeQuery.queries(in: ["alert"]) == [.symbol("alert")])
    #expect(CodeQuery.queries(in: []).isEmpty)
  }
}
