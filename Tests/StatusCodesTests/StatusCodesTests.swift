import StatusCodes
import Testing

/// The tables as a whole, and what a lookup finds in them.
struct StatusCodesTests {
  @Test func `every code has a meaning a source and a value of its own in its family`() {
    #expect(StatusCodes.all.count > 500)
    var seen: Set<String> = []
    for code in StatusCodes.all {
      #expect(!code.meaning.isEmpty, "\(code.family.id) \(code.hexadecimal)")
      #expect(code.source.contains(" ") || code.source.contains("/"), "\(code.family.id) \(code.hexadecimal)")
      #expect(seen.insert("\(code.family.id) \(code.value)").inserted, "twice: \(code.hexadecimal)")
    }
  }

  @Test func `families come in the order of what they say about Remote Desktop`() {
    #expect(StatusCodes.families.first?.id == "disconnect-reasons")
    #expect(StatusCodes.families.map(\.rank) == Array(1...14))
    let used = Set(StatusCodes.all.map(\.family.id))
    #expect(used == Set(StatusCodes.families.map(\.id)))
  }

  @Test(arguments: [
    ("0x904", "disconnectReasonAtClientWinsockFDCLOSE"), ("2308", "disconnectReasonAtClientWinsockFDCLOSE"),
    ("0x8009030D", "SEC_E_UNKNOWN_CREDENTIALS"), ("-2146893043", "SEC_E_UNKNOWN_CREDENTIALS"),
    ("8009030d", "SEC_E_UNKNOWN_CREDENTIALS"), ("0xFFFFFFFF8009030D", "SEC_E_UNKNOWN_CREDENTIALS"),
    ("2147549183", "E_UNEXPECTED"), ("SEC_E_NO_CREDENTIALS", "SEC_E_NO_CREDENTIALS"),
    ("sec_e_no_credentials", "SEC_E_NO_CREDENTIALS"), ("alert 40", "handshake_failure"),
    ("0xC000006A", "STATUS_WRONG_PASSWORD"), ("10061", "WSAECONNREFUSED"),
    ("80090325", "SEC_E_UNTRUSTED_ROOT"),
    ("WSAETIMEDOUT", "HRESULT_FROM_WIN32(WSAETIMEDOUT 10060)"),
    ("ERROR_INTERNET_TIMEOUT", "WININET ERROR_INTERNET_TIMEOUT"),
  ])
  func `finds a code in every spelling`(text: String, symbol: String) {
    #expect(StatusCodes.lookup(text).readings.first?.symbol == symbol)
  }

  @Test func `the gateway range of the client needs no symbol`() {
    let answer = StatusCodes.lookup("50331673")
    #expect(answer.readings.count == 1)
    #expect(answer.readings.first?.meaning.contains("administrator of the gateway") == true)
    #expect(answer.readings.first?.name == "0x3000019")
  }

  @Test func `a pair gives a disconnect reason and then the extended reason`() {
    let answer = StatusCodes.lookup("0x904/0x7")
    #expect(answer.readings.map(\.family.id) == ["disconnect-reasons", "extended-reasons", "errinfo"])
    #expect(answer.readings.map(\.value) == [2308, 7, 7])
    #expect(answer.readings[1].limits?.contains("WSAEINVAL") == true)
  }

  @Test func `several readings come with the most specific first`() {
    let families = StatusCodes.lookup("5").readings.map(\.family)
    #expect(families.map(\.id) == ["extended-reasons", "errinfo", "negotiation-failures", "win32"])
    #expect(families == families.sorted())
  }

  @Test func `what proves nothing says so`() throws {
    for text in ["0x904", "0x80004005", "0x8000FFFF", "0x80070040", "SetErrorInfo"] where text.hasPrefix("0x")
    {
      let reading = try #require(StatusCodes.lookup(text).readings.first)
      #expect(reading.limits != nil, "\(text)")
    }
  }

  @Test func `a code inside another is found`() {
    let gateway = StatusCodes.lookup("0x800759DA")
    #expect(gateway.readings.map(\.symbol) == ["E_PROXY_RAP_ACCESSDENIED"])
    #expect(gateway.carried == "0x800759DA carries the Win32 code 0x59DA")
    let wrapped = StatusCodes.lookup("0xD0000064")
    #expect(wrapped.readings.map(\.symbol) == ["STATUS_NO_SUCH_USER"])
    #expect(StatusCodes.status(0xD000_0064)?.symbol == "STATUS_NO_SUCH_USER")
    #expect(StatusCodes.status(0x8009_030D)?.symbol == "SEC_E_UNKNOWN_CREDENTIALS")
    #expect(StatusCodes.status(2308) == nil)
  }

  @Test func `an unknown code says where it was looked for`() {
    let answer = StatusCodes.lookup("0x80AB1234")
    #expect(answer.readings.isEmpty)
    #expect(answer.searched.count == 14)
    #expect(answer.structure?.severity == "failure")
    #expect(answer.structure?.facility == 0xAB)
    #expect(answer.structure?.code == 0x1234)
  }

  @Test func `a small number may be an event too`() {
    #expect(StatusCodes.lookup("226").event == .init(provider: nil, id: 226))
    #expect(StatusCodes.lookup("0x8009030D").event == nil)
  }

  @Test func `part of a symbol finds all that carry it`() {
    let answer = StatusCodes.lookup("UNTRUSTED")
    #expect(answer.readings.map(\.symbol) == ["SEC_E_UNTRUSTED_ROOT", "CERT_E_UNTRUSTEDROOT"])
    #expect(StatusCodes.lookup("no such thing").readings.isEmpty)
  }
}
