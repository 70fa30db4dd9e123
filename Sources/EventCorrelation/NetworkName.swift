/// A machine as another one names it: a host name or an address, stripped of port, brackets and prefixes.
struct NetworkName: Hashable, Sendable {
  /// Lower case; an IPv4 address written as IPv6 (`::ffff:10.0.0.1`) is given as IPv4.
  let text: String
  let isAddress: Bool

  /// Nil when the text names nobody else: empty, `-`, the local machine, an unspecified address.
  init?(_ raw: String?) {
    guard let raw, raw.utf8.count <= Self.longest else { return nil }
    if let plain = raw.utf8.withContiguousStorageIfAvailable({ PlainNetworkName($0) }), let plain {
      guard let text = plain.text, !Self.nobody.contains(text) else { return nil }
      (self.text, isAddress) = (text, plain.isAddress)
      return
    }
    var text = raw.lowercased().filter { $0 != " " && $0 != "\t" }
    while text.hasPrefix("\\") { text.removeFirst() }
    if let slash = text.lastIndex(where: { $0 == "/" || $0 == "\\" }) {
      // A service name (TERMSRV/host) or an account's domain stands before the machine.
      text = String(text[text.index(after: slash)...])
    }
    text = Self.withoutPort(text)
    if let scope = text.firstIndex(of: "%") { text = String(text[..<scope]) }
    if text.hasPrefix("::ffff:"), text.contains(".") { text = String(text.dropFirst(7)) }
    while text.hasSuffix(".") { text.removeLast() }
    guard !text.isEmpty, !Self.nobody.contains(text), !text.hasPrefix("127.") else { return nil }
    self.text = text
    isAddress = text.contains(":") || Self.octets(text) != nil
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

  private static func withoutPort(_ text: String) -> String {
    if text.hasPrefix("["), let close = text.firstIndex(of: "]") {
      return String(text[text.index(after: text.startIndex)..<close])
    }
    guard let colon = text.firstIndex(of: ":"), text.lastIndex(of: ":") == colon else {
      // None, or an IPv6 address; `::ffff:10.0.0.1:3389` carries a port behind a dotted quad.
      guard text.contains("."), let last = text.lastIndex(of: ":"),
        let dot = text.lastIndex(of: "."), dot < last
      else { return text }
      return String(text[..<last])
    }
    return String(text[..<colon])
  }

  private static func octets(_ text: String) -> [UInt8]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    let octets = parts.compactMap { UInt8($0) }
    return octets.count == 4 ? octets : nil
  }
}
