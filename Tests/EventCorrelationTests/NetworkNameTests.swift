import Testing

@testable import EventCorrelation

struct NetworkNameTests {
  @Test(arguments: [
    ("TS-BIRCH:3390", "ts-birch"), ("\\\\TS-BIRCH", "ts-birch"), ("TERMSRV/ts.contoso.com", "ts.contoso.com"),
    ("192.0.2.7:51234", "192.0.2.7"), ("[2001:db8::7]:3389", "2001:db8::7"), ("::ffff:10.0.0.7", "10.0.0.7"),
    ("fe80::1%12", "fe80::1"), ("ts.contoso.com.", "ts.contoso.com"), ("CORP\\TS-BIRCH ", "ts-birch"),
    ("::ffff:10.0.0.7:3389", "10.0.0.7"), ("BÜRO-7:3389", "büro-7"), ("TERMSRV/BÜRO-7", "büro-7"),
  ])
  func `ports, prefixes and brackets go`(raw: String, name: String) {
    #expect(NetworkName(raw)?.text == name)
  }

  @Test(arguments: ["", "-", "127.0.0.1", "::1", "LOCAL", "0.0.0.0", "  "])
  func `nobody is named`(raw: String) { #expect(NetworkName(raw) == nil) }

  @Test func `an address is four octets or has a colon`() {
    #expect(NetworkName("192.0.2.255")?.isAddress == true)
    #expect(NetworkName("192.0.2.256")?.isAddress == false)
    #expect(NetworkName("192.0.2")?.isAddress == false)
    #expect(NetworkName("192.0..2")?.isAddress == false)
    #expect(NetworkName("2001:db8::9")?.isAddress == true)
  }

  @Test func `addresses of the internet are told from those of a site`() {
    #expect(NetworkName("198.51.100.9")?.isPublicAddress == true)
    #expect(NetworkName("172.31.0.9")?.isPublicAddress == false)
    #expect(NetworkName("172.32.0.9")?.isPublicAddress == true)
    #expect(NetworkName("100.64.0.9")?.isPublicAddress == false)
    #expect(NetworkName("2001:db8::9")?.isPublicAddress == true)
    #expect(NetworkName("fd00::9")?.isPublicAddress == false)
    #expect(NetworkName("ts-birch")?.isPublicAddress == false)
  }
}
