/// A range of IP addresses in CIDR notation, such as `10.0.0.0/8` or `fe80::/10`.
///
/// IPv4 is kept as IPv4-mapped IPv6 (RFC 4291 2.5.5.2), so `::ffff:10.1.2.3` lies in `10.0.0.0/8`.
public struct AddressBlock: Sendable, Hashable {
  private let network: [UInt16]
  /// Leading bits that count, of 128.
  private let prefix: Int

  /// Reads CIDR notation; a lone address is a block of one. Nil when it is neither.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
    guard let address = parts.first, let groups = Self.groups(of: address) else { return nil }
    let width = address.contains(":") ? 128 : 32
    var length = width
    if parts.count == 2 {
      guard let given = Int(parts[1]), (0...width).contains(given), parts[1].utf8.count <= 3 else {
        return nil
      }
      length = given
    }
    network = groups
    prefix = 128 - width + length
  }

  /// Whether an address as logged lies in the block: with or without port, brackets or zone.
  public func contains(_ logged: String) -> Bool {
    guard let groups = Self.loggedGroups(logged) else { return false }
    for index in 0..<8 {
      let bits = min(16, max(0, prefix - index * 16))
      if bits == 0 { return true }
      let mask = bits == 16 ? 0xFFFF : ~(UInt16(0xFFFF) >> UInt16(bits))
      if groups[index] & mask != network[index] & mask { return false }
    }
    return true
  }

  /// An address as logged, with port, brackets and zone taken off.
  private static func loggedGroups(_ logged: String) -> [UInt16]? {
    var text = logged[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    if text.first == "[" {
      guard let end = text.firstIndex(of: "]") else { return nil }
      text = text[text.index(after: text.startIndex)..<end]
    } else if text.utf8.count(where: { $0 == UInt8(ascii: ":") }) == 1, let colon = text.firstIndex(of: ":") {
      text = text[..<colon]
    }
    if let zone = text.firstIndex(of: "%") { text = text[..<zone] }
    return groups(of: text)
  }

  /// The eight groups of an IPv6 address, or of an IPv4 address mapped.
  private static func groups(of text: Substring) -> [UInt16]? {
    guard text.utf8.count <= 45 else { return nil }
    guard text.contains(":") else {
      return dotted(text).map { [0, 0, 0, 0, 0, 0xFFFF] + $0 }
    }
    let halves = text.split(separator: "::", maxSplits: 1, omittingEmptySubsequences: false)
    guard let head = colonGroups(halves[0]) else { return nil }
    guard halves.count == 2 else { return head.count == 8 ? head : nil }
    guard let tail = colonGroups(halves[1]), head.count + tail.count < 8 else { return nil }
    return head + Array(repeating: 0, count: 8 - head.count - tail.count) + tail
  }

  /// Groups between single colons, the last of which may be dotted.
  private static func colonGroups(_ text: Substring) -> [UInt16]? {
    if text.isEmpty { return [] }
    var groups: [UInt16] = []
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if part.contains("."), index == parts.count - 1, let pair = dotted(part) {
        groups += pair
      } else if (1...4).contains(part.utf8.count), let group = UInt16(part, radix: 16), part.first != "+" {
        groups.append(group)
      } else {
        return nil
      }
    }
    return groups.count <= 8 ? groups : nil
  }

  /// Dotted decimal as two groups.
  private static func dotted(_ text: Substring) -> [UInt16]? {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 4 else { return nil }
    var bytes: [UInt16] = []
    for part in parts {
      guard (1...3).contains(part.utf8.count), let byte = UInt8(part), part.first != "+" else { return nil }
      bytes.append(UInt16(byte))
    }
    return [bytes[0] << 8 | bytes[1], bytes[2] << 8 | bytes[3]]
  }
}
