import EventSignals
import Testing

@testable import EventCorrelation

struct UserNameHashTests {
  /// FIPS 180-4, example of one block.
  @Test func `the digest of abc is the standard's`() {
    let digest = SHA256.digest(Array("abc".utf8)).map { String($0, radix: 16) }
    #expect(digest.prefix(4) == ["ba", "78", "16", "bf"])
    #expect(digest.suffix(2) == ["15", "ad"])
  }

  @Test func `a hash is told from other text and finds its account`() throws {
    var hashes = UserNameHash()
    hashes.learn(user: "ann", domain: "CONTOSO")
    var bytes: [UInt8] = []
    for unit in "ANN".utf16 { bytes += [UInt8(unit & 0xff), UInt8(unit >> 8)] }
    let logged = Base64Text.encode(SHA256.digest(bytes)) + "-"
    #expect(hashes.account(of: logged) == "ann")
    #expect(hashes.account(of: "Server supports SSL = supported") == nil)
    #expect(Base64Text.encode(Array("any carnal pleas".utf8)) == "YW55IGNhcm5hbCBwbGVhcw==")
  }
}
