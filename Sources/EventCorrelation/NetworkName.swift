/// A machine as another one names it: a host name or an address, stripped of port, brackets and prefixes.
struct NetworkName: Hashable, Sendable {
  /// Lower case; an IPv4 address written as IPv6 (`::ffff:10.0.0.1`) is given as IPv4.
  let text: String
  let isAddress: Bool

  /// Nil when the text names nobody else: empty, `-`, the local machine, an unspecified address.
  init?(_ raw: String?) {
    guard let raw, raw.utf8.count <= Self.longest else { return nil }
    let name = NameText.withFolded(raw) { NetworkNameReader($0) }
    guard let text = name.text, !Self.nobody.contains(text) else { return nil }
    (self.text, isAddress) = (text, name.isAddress)
  }

  /// The name up to the first dot; an address whole.
  var short: String {
    guard !isAddress, let dot = text.firstIndex(of: ".") else { return text }
    return String(text[..<dot])
  }

  /// Whether an address is reachable from the internet at large (not RFC 1918, 6598, 3927, 4193, 4291 local).
  var isPublicAddress: Bool {
    guard isAddress else { return false }
    guard let octets = Self.octets(text) else {
      return
        !(text.hasPrefix("fe8") || text.hasPrefix("fe9") || text.hasPrefix("fea")
        || text.hasPrefix("feb") || text.hasPrefix("fc") || text.hasPrefix("fd"))
    }
    switch (octets[0], octets[1]) {
    case (10, _), (192, 168), (169, 254), (0, _): return false
    case (172, 16...31), (100, 64...127): return false
    default: return octets[0] < 224
    }
  }

  /// Names longer than this are noise; DNS allows 255 octets.
  private static let longest = 300
  private static let nobody: Set<String> = ["-", "::1", "::", "0.0.0.0", "local", "localhost", "*"]

  private static func octets(_ text: String) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let octets = parts.compactMap { UInt8($0) }
    return octets.count == 4 ? octets : nil
  }
}
