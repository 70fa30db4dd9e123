/// An account without the domain around it, for comparing what different events call a user.
struct AccountName: Hashable, Sendable {
  /// Lower case, neither `DOMAIN\` before nor `@domain` after it.
  let text: String

  /// Nil when no person is meant: empty, `-`, a machine account, one of Windows' own.
  init?(_ raw: String?) {
    guard let raw, raw.utf8.count <= 512, let text = NameText.withFolded(raw, Self.bare), text != "-",
      !Self.own.contains(text), !text.hasPrefix("dwm-"), !text.hasPrefix("umfd-"), !text.hasPrefix("s-1-5-")
    else { return nil }
    self.text = text
  }

  /// Without the domain and blanks; nil when nothing is left, or a machine's account.
  private static func bare(_ raw: UnsafeBufferPointer<UInt8>) -> String? {
    var name = raw[...]
    if let slash = name.lastIndex(where: { $0 == UInt8(ascii: "\\") || $0 == UInt8(ascii: "/") }) {
      name = name[(slash + 1)...]
    }
    // At the very beginning it is no mark of a domain.
    if let at = name.firstIndex(of: UInt8(ascii: "@")), at != name.startIndex { name = name[..<at] }
    while name.first == UInt8(ascii: " ") { name.removeFirst() }
    while name.last == UInt8(ascii: " ") { name.removeLast() }
    guard let last = name.last, last != UInt8(ascii: "$") else { return nil }
    return String(decoding: name, as: UTF8.self)
  }

  private static let own: Set<String> = [
    "system", "local service", "network service", "anonymous logon", "localsystem", "iusr",
  ]
}
