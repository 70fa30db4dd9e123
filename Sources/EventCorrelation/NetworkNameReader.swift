/// Reads a machine's name byte by byte; `NetworkName` says what is read.
struct NetworkNameReader {
  /// Nil when nothing is left that could be a name.
  let text: String?
  let isAddress: Bool

  /// `raw` is UTF-8 in lower case.
  init(_ raw: UnsafeBufferPointer<UInt8>) {
    (text, isAddress) = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: raw.count) { buffer in
      var count = 0
      for byte in raw where byte != UInt8(ascii: " ") && byte != UInt8(ascii: "\t") {
        buffer[count] = byte
        count += 1
      }
      let name = Self.bare(UnsafeBufferPointer(rebasing: buffer[..<count]))
      guard !name.isEmpty, !name.starts(with: Self.loopback) else { return (nil, false) }
      return (String(decoding: name, as: UTF8.self), Self.isAddress(name))
    }
  }

  private typealias Bytes = Slice<UnsafeBufferPointer<UInt8>>

  private static let loopback = [UInt8]("127.".utf8)
  private static let mapped = [UInt8]("::ffff:".utf8)

  /// Without what stands before and after the name: backslashes, a service or domain, brackets, port, scope.
  private static func bare(_ text: UnsafeBufferPointer<UInt8>) -> Bytes {
    var name = text[...]
    while name.first == UInt8(ascii: "\\") { name.removeFirst() }
    if let slash = name.lastIndex(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) {
      name = name[(slash + 1)...]
    }
    name = withoutPort(name)
    if let scope = name.firstIndex(of: UInt8(ascii: "%")) { name = name[..<scope] }
    if name.starts(with: mapped), name.contains(UInt8(ascii: ".")) { name = name.dropFirst(mapped.count) }
    while name.last == UInt8(ascii: ".") { name.removeLast() }
    return name
  }

  private static func withoutPort(_ name: Bytes) -> Bytes {
    if name.first == UInt8(ascii: "["), let close = name.firstIndex(of: UInt8(ascii: "]")) {
      return name[(name.startIndex + 1)..<close]
    }
    guard let last = name.lastIndex(of: UInt8(ascii: ":")) else { return name }
    if name.firstIndex(of: UInt8(ascii: ":")) == last { return name[..<last] }
    // An IPv6 address; behind a dotted quad stands a port.
    guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot < last else { return name }
    return name[..<last]
  }

  /// Four octets, or anything with a colon.
  private static func isAddress(_ name: Bytes) -> Bool {
    var (value, digits, dots, isDotted) = (0, 0, 0, true)
    for byte in name {
      switch byte {
      case UInt8(ascii: ":"): return true
      case UInt8(ascii: "."):
        isDotted = isDotted && digits > 0
        (value, digits, dots) = (0, 0, dots + 1)
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        value = min(value * 10 + Int(byte - UInt8(ascii: "0")), 1000)
        isDotted = isDotted && value <= 255
        digits += 1
      default: isDotted = false
      }
    }
    return isDotted && digits > 0 && dots == 3
  }
}
