import Testing

@testable import IncidentReport

@Suite struct ContentHashTests {
  // Examples of NIST's Secure Hash Standard (FIPS 180-4) test vectors.
  @Test(arguments: [
    ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="),
    ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
    ),
  ]) func `agrees with published vectors`(_ text: String, _ hash: String) {
    #expect(ContentHash.source(of: text) == "sha256-" + hash)
  }
}
