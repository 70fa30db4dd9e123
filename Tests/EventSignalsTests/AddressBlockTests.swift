import Testing

@testable import EventSignals

@Suite struct AddressBlockTests {
  @Test(
    arguments: [
      ("192.168.0.0/16", "192.168.255.1", true), ("192.168.0.0/16", "192.169.0.1", false),
      ("10.1.2.3", "10.1.2.3:3389", true), ("0.0.0.0/0", "203.0.113.9", true),
      ("0.0.0.0/0", "fe80::1", false),
      ("2001:db8::/32", "2001:db8:1::5", true), ("2001:db8::/32", "[2001:db8::5]:3389", true),
      ("2001:db8::/32", "2001:db9::5", false), ("::/0", "10.0.0.1", true),
      ("172.16.0.0/12", "172.31.255.255", true),
      ("172.16.0.0/12", "172.32.0.0", false), ("10.0.0.0/8", "10.0.0", false),
      ("10.0.0.0/8", "10.0.0.256", false),
      ("10.0.0.0/8", "::ffff:10.9.9.9", true), ("fe80::/10", "fe80::1%eth0", true),
    ] as [(String, String, Bool)])
  func `tells addresses inside from outside`(block: String, address: String, expected: Bool) throws {
    #expect(try #require(AddressBlock(block)).contains(address) == expected)
  }

  @Test(arguments: [
    "", "10.0.0.0/", "10.0.0.0/33", "10.0.0/8", "1:2:3/4", "::1::2", "10.0.0.0/-1", "x", "+1.2.3.4",
  ])
  func `refuses what is no block`(text: String) {
    #expect(AddressBlock(text) == nil)
  }

  @Test func `encodes at every offset as the standard does`() {
    for offset in 0..<3 {
      let text = String(repeating: "~", count: offset) + "Remote Desktop" + "!!!"
      let whole = Base64Text.encode(Array(text.utf8))
      #expect(whole.contains(Base64Text.encodeAtEveryOffset(Array("Remote Desktop".utf8))[offset]))
    }
  }
}
