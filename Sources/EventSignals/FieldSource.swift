/// Where a signal takes the value of a canonical field from.
///
/// A field name, or one with `|number` behind it: then the first number inside the value is taken, so
/// that `MethodName|number` gives `0x5` for `SetErrorInfo(0x5)`.
public struct FieldSource: Sendable, Hashable {
  public let name: FieldName
  public let takesNumber: Bool

  /// Longest value handed on, in characters; the rest of a longer one is cut off.
  static let valueLimit = 1024

  init?(_ text: String) {
    let parts = text.split(separator: "|", omittingEmptySubsequences: false)
    guard let first = parts.first, let name = FieldName(String(first)) else { return nil }
    if parts.count == 2 {
      guard parts[1] == "number" else { return nil }
    } else if parts.count != 1 {
      return nil
    }
    self.name = name
    takesNumber = parts.count == 2
  }

  /// The first usable value: blanks trimmed, `-` and the empty text left out.
  func value(in fields: RecordFields) -> String? {
    var result: String?
    _ = fields.contains(name) { value in
      let trimmed = Self.trim(value)
      if trimmed.isEmpty || trimmed == "-" { return false }
      if takesNumber {
        result = Self.number(in: trimmed)
      } else {
        // What has no more bytes than it may have characters is not counted.
        result =
          trimmed.utf8.count <= Self.valueLimit ? String(trimmed) : String(trimmed.prefix(Self.valueLimit))
      }
      return result != nil
    }
    return result
  }

  private static func trim(_ text: String) -> Substring {
    var text = text[...]
    if let first = text.utf8.first, let last = text.utf8.last, isPlain(first), isPlain(last) { return text }
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }

  /// Whether a byte at the end of a text is no blank nor part of one.
  private static func isPlain(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F }

  /// The first number in any notation that does not stand inside a word.
  private static func number(in text: Substring) -> String? {
    let bytes = Array(text.utf8.prefix(valueLimit))
    func isWord(_ index: Int) -> Bool {
      guard bytes.indices.contains(index) else { return false }
      let byte = FoldedText.fold(bytes[index])
      return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || isDigit(index)
    }
    func isDigit(_ index: Int) -> Bool {
      bytes.indices.contains(index) && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
    }
    var index = 0
    while index < bytes.count {
      guard isDigit(index), !isWord(index - 1) else {
        index += 1
        continue
      }
      var end = index
      while isWord(end) { end += 1 }
      let start = index > 0 && bytes[index - 1] == UInt8(ascii: "-") && !isWord(index - 2) ? index - 1 : index
      let candidate = String(decoding: bytes[start..<end], as: UTF8.self)
      if WindowsNumber(candidate) != nil { return candidate }
      index = end
    }
    return nil
  }
}
