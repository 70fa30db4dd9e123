/// An account without the domain around it, for comparing what different events call a user.
struct AccountName: Hashable, Sendable {
  /// Lower case, neither `DOMAIN\` before nor `@domain` after it.
  let text: String

  /// Nil when no person is meant: empty, `-`, a machine account, one of Windows' own.
  init?(_ raw: String?) {
    guard let raw, raw.utf8.count <= 512 else { return nil }
    if let plain = raw.utf8.withContiguousStorageIfAvailable({ Self.plain($0) }), let plain {
      guard !plain.isEmpty else { return nil }
      text = plain
      return
    }
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

  /// The same for a name in ASCII, as nearly all are: empty where no person is meant, nil for other names.
  private static func plain(_ raw: UnsafeBufferPointer<UInt8>) -> String? {
    var (low, high, at) = (0, raw.count, raw.count)
    for (index, byte) in raw.enumerated() {
      if byte >= 0x80 { return nil }
      if byte == UInt8(ascii: "\\") || byte == UInt8(ascii: "/") { (low, at) = (index + 1, raw.count) }
      if byte == UInt8(ascii: "@"), at == raw.count, index > low { at = index }
    }
    // The first `@` counts; at the very beginning it is none, and neither are those after it.
    high = low < raw.count && raw[low] == UInt8(ascii: "@") ? raw.count : at
    while low < high, raw[low] == UInt8(ascii: " ") { low += 1 }
    while low < high, raw[high - 1] == UInt8(ascii: " ") { high -= 1 }
    guard low < high, raw[high - 1] != UInt8(ascii: "$") else { return "" }
    let text = String(unsafeUninitializedCapacity: high - low) { buffer in
      for index in low..<high {
        let byte = raw[index]
        buffer[index - low] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
      }
      return high - low
    }
    let isNobody =
      text == "-" || own.contains(text) || text.hasPrefix("dwm-") || text.hasPrefix("umfd-")
      || text.hasPrefix("s-1-5-")
    return isNobody ? "" : text
  }

  private static let own: Set<String> = [
    "system", "local service", "network service", "anonymous logon", "localsystem", "iusr",
  ]
}
