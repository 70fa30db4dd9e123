/// How a source's characters are written as bytes.
enum TextEncoding: Sendable, Hashable {
  /// `isCertain`: a BOM, a declaration or valid sequences say so, hence a bad byte is damage; else it may be ANSI.
  case utf8(isCertain: Bool)
  case utf16(bigEndian: Bool)
  case windows1252

  /// The name reports use.
  var name: String {
    switch self {
    case .utf8: "UTF-8"
    case .utf16(let bigEndian): bigEndian ? "UTF-16BE" : "UTF-16LE"
    case .windows1252: "windows-1252"
    }
  }

  var isWide: Bool {
    if case .utf16 = self { true } else { false }
  }
}

/// Tells the encoding from the first bytes of a source.
enum EncodingDetector {
  /// The encoding and how many bytes its byte order mark takes.
  ///
  /// A byte order mark wins over what an XML declaration claims: Windows PowerShell re-encodes text
  /// and leaves `encoding="utf-8"` standing in it.
  static func detect(_ head: UnsafeRawBufferPointer) -> (encoding: TextEncoding, markLength: Int) {
    if starts(head, [0xEF, 0xBB, 0xBF]) { return (.utf8(isCertain: true), 3) }
    if starts(head, [0xFF, 0xFE]) { return (.utf16(bigEndian: false), 2) }
    if starts(head, [0xFE, 0xFF]) { return (.utf16(bigEndian: true), 2) }
    if let bigEndian = bareUTF16(head) { return (.utf16(bigEndian: bigEndian), 0) }
    return (declared(head) ?? .utf8(isCertain: holdsUTF8(head)), 0)
  }

  private static func starts(_ head: UnsafeRawBufferPointer, _ mark: [UInt8]) -> Bool {
    head.count >= mark.count && mark.indices.allSatisfy { head[$0] == mark[$0] }
  }

  /// UTF-16 without a mark: of the first `<` or text, every other byte is NUL.
  private static func bareUTF16(_ head: UnsafeRawBufferPointer) -> Bool? {
    let pairs = min(head.count / 2, 512)
    guard pairs >= 4 else { return nil }
    var little = 0
    var big = 0
    for pair in 0..<pairs {
      let (first, second) = (head[2 * pair], head[2 * pair + 1])
      if first != 0, second == 0 { little += 1 }
      if first == 0, second != 0 { big += 1 }
    }
    if little * 4 >= pairs * 3 { return false }
    if big * 4 >= pairs * 3 { return true }
    return nil
  }

  /// What `encoding="…"` in a declaration at the start says, as far as it decides anything.
  private static func declared(_ head: UnsafeRawBufferPointer) -> TextEncoding? {
    let text = head.prefix(256)
    guard let start = text.firstIndex(of: UInt8(ascii: "<")),
      head[start...].prefix(5).elementsEqual("<?xml".utf8),
      let end = text[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return nil }
    let declaration = String(decoding: head[start..<end], as: UTF8.self).lowercased()
    guard let range = declaration.split(separator: "encoding", maxSplits: 1).dropFirst().first else {
      return nil
    }
    let name = range.drop { " =\t".contains($0) }.dropFirst().prefix { $0 != "\"" && $0 != "'" }
    switch name {
    case "utf-8", "utf8": return .utf8(isCertain: true)
    case "windows-1252", "iso-8859-1", "latin1", "cp1252", "iso-8859-15": return .windows1252
    default: return nil
    }
  }

  /// Bytes looked at together.
  private static let block = 64

  private static func isASCII(_ head: UnsafeRawBufferPointer, at start: Int) -> Bool {
    var bits: UInt64 = 0
    for offset in stride(from: start, to: start + block, by: 8) {
      bits |= head.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    }
    return WordCompare.beyondASCII(bits) == 0
  }

  /// Whether there is a sequence of UTF-8 that ANSI text would hardly hold.
  private static func holdsUTF8(_ head: UnsafeRawBufferPointer) -> Bool {
    var index = 0
    while index < head.count {
      if head.count - index >= block, isASCII(head, at: index) {
        index += block
        continue
      }
      if head[index] < 0x80 {
        index += 1
        continue
      }
      let length = UTF8Sequence.length(in: head, at: index)
      if length > 1 { return true }
      index += 1
    }
    return false
  }
}
