/// Recognises addresses and SIDs in text.
enum AddressPattern {
  /// An IPv4 or IPv6 address (RFC 4291 2.2), without port, brackets or zone.
  static func isAddress(_ text: some StringProtocol) -> Bool { isIPv4(text) || isIPv6(text) }

  static func isIPv4(_ text: some StringProtocol) -> Bool {
    let parts = String(text).split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 4
      && parts.allSatisfy { part in
        (1...3).contains(part.utf8.count) && part.allSatisfy(\.isASCIIDigit) && (UInt16(part) ?? 256) < 256
      }
  }

  static func isIPv6(_ text: some StringProtocol) -> Bool {
    let bare = String(text.prefix { $0 != "%" })
    guard bare.utf8.count <= 45 else { return false }
    let groups = bare.split(separator: ":", omittingEmptySubsequences: false)
    let shortened = bare.contains("::")
    guard groups.count >= 3, groups.count <= 9, shortened || groups.count == 8 else { return false }
    // A time of day such as 08:14:07 has no `::` and three groups, and ends here already.
    return groups.enumerated().allSatisfy { index, group in
      if index == groups.count - 1, isIPv4(group) { return true }
      return group.utf8.count <= 4 && group.allSatisfy { $0.isASCII && $0.isHexDigit }
    }
  }

  /// `10.0.0.5:3389` and `[fe80::1]:3389` without their port.
  static func withoutPort(_ text: String) -> String {
    if text.hasPrefix("["), let end = text.firstIndex(of: "]") {
      return String(text[text.index(after: text.startIndex)..<end])
    }
    guard let colon = text.firstIndex(of: ":"), colon == text.lastIndex(of: ":"),
      text[text.index(after: colon)...].allSatisfy(\.isASCIIDigit)
    else { return text }
    return String(text[..<colon])
  }

  /// A SID of an account of somebody's own ([MS-DTYP] 2.4.2.4): of a domain, a machine or Entra.
  static func isPersonalSID(_ text: some StringProtocol) -> Bool {
    let upper = text.uppercased()
    guard upper.hasPrefix("S-1-5-21-") || upper.hasPrefix("S-1-12-1-") else { return false }
    return upper.dropFirst(2).allSatisfy { $0.isASCIIDigit || $0 == "-" }
  }
}

extension Character {
  var isASCIIDigit: Bool { isASCII && isWholeNumber }
}
