/// Text as JSON strings ([RFC 8259] 7).
extension ExportBuffer {
  /// Appends a string with its quotes, escaping what JSON forbids and nothing else.
  mutating func appendJSON(_ text: String) { text.withUTF8Bytes { appendJSON($0) } }

  /// The same of UTF-8 bytes.
  mutating func appendJSON(_ bytes: UnsafeBufferPointer<UInt8>) {
    append(0x22)
    ByteScan.copy(
      bytes, into: &self, expansion: 6,
      flags: {
        ByteScan.below(0x20, in: $0) | ByteScan.equal(0x22, in: $0) | ByteScan.equal(0x5C, in: $0)
      },
      slow: { input, index, out in (Self.storeJSON(input[index], at: out), 1) })
    append(0x22)
  }

  @inline(__always)
  private static func storeJSON(
    _ byte: UInt8, at out: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    let short: UInt8
    switch byte {
    case 0x22, 0x5C: short = byte
    case 0x0A: short = 0x6E
    case 0x0D: short = 0x72
    case 0x09: short = 0x74
    case 0x08: short = 0x62
    case 0x0C: short = 0x66
    case 0x00...0x1F:
      out[0] = 0x5C
      out[1] = 0x75
      out[2] = 0x30
      out[3] = 0x30
      out[4] = hexDigit(byte &>> 4, letters: 0x61)
      out[5] = hexDigit(byte & 15, letters: 0x61)
      return out + 6
    default:
      out[0] = byte
      return out + 1
    }
    out[0] = 0x5C
    out[1] = short
    return out + 2
  }
}
