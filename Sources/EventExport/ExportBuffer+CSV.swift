/// Text as CSV cells ([RFC 4180] 2), harmless when a spreadsheet opens them.
extension ExportBuffer {
  /// Appends a quoted cell.
  mutating func appendCSVCell(_ text: String) {
    append(0x22)
    defuse(text)
    appendCSVText(text)
    append(0x22)
  }

  /// Appends an apostrophe where a cell that starts with this text would be taken for a formula.
  ///
  /// Spreadsheets evaluate cells that start with `=`, `+`, `-`, `@`, a tab, a line end or the
  /// full-width forms of these signs; a log's text is written by whoever sent the request.
  mutating func defuse(_ text: String) {
    switch text.unicodeScalars.first {
    case "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}":
      append(0x27)
    default: break
    }
  }

  /// Appends the inside of a quoted cell: quotes doubled, control characters replaced by U+FFFD.
  mutating func appendCSVText(_ text: String) {
    text.withUTF8Bytes { appendCSVText($0) }
  }

  /// Appends the inside of a quoted cell from UTF-8 bytes.
  mutating func appendCSVText(_ bytes: UnsafeBufferPointer<UInt8>) {
    ByteScan.copy(
      bytes, into: &self, expansion: 3,
      flags: { ByteScan.below(0x20, in: $0) | ByteScan.equal(0x22, in: $0) },
      slow: { input, index, out in
        switch input[index] {
        case 0x22:
          out[0] = 0x22
          out[1] = 0x22
          return (out + 2, 1)
        case 0x09, 0x0A, 0x0D: break
        // NUL and its like end or break the line in most CSV readers.
        case 0x00...0x1F: return (Self.storeReplacement(at: out), 1)
        default: break
        }
        out[0] = input[index]
        return (out + 1, 1)
      })
  }

  /// Stores U+FFFD.
  @inline(__always)
  static func storeReplacement(at out: UnsafeMutablePointer<UInt8>) -> UnsafeMutablePointer<UInt8> {
    out[0] = 0xEF
    out[1] = 0xBF
    out[2] = 0xBD
    return out + 3
  }
}
