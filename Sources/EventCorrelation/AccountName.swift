/// An account without the domain around it, for comparing what different events call a user.
struct AccountName: Hashable, Sendable {
  /// Lower case, neither `DOMAIN\` before nor `@domain` after it.
  let text: String

  /// Nil when no person is meant: empty, `-`, a machine account, one of Windows' own.
  init?(_ raw: String?) {
    guard let raw, raw.utf8.count <= 512 else { return nil }
    var text = Substring(raw.lowercased())
    if let slash = text.lastIndex(where: { $0 == "\\" || $0 == "/" }) {
      text = text[text.index(after: slash)...]
    }
    if let at = text.firstIndex(of: "@"), at != text.startIndex { text = text[..<at] }
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    guard !text.isEmpty, text != "-", !text.hasSuffix("$"), !Self.own.contains(String(text)) else {
      return nil
    }
    guard !text.hasPrefix("dwm-"), !text.hasPrefix("umfd-"), !text.hasPrefix("s-1-5-") else { return nil }
    self.text = String(text)
  }

  private static let own: Set<String> = [
    "system", "local service", "network service", "anonymous logon", "localsystem", "iusr",
  ]
}
