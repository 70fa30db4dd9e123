/// Security identifiers as text ([MS-DTYP] 2.4.2).
enum SecurityIdentifier {
  /// `S-1-5-21-…`, or nil when the bytes are no SID.
  static func text(_ bytes: UnsafeRawBufferPointer) -> String? {
    guard bytes.count >= 8, bytes[0] == 1 else { return nil }
    let count = Int(bytes[1])
    guard count <= 15, bytes.count >= 8 + count * 4 else { return nil }
    var authority: UInt64 = 0
    for index in 2..<8 { authority = authority << 8 | UInt64(bytes[index]) }
    // Authorities that need more than 32 bits are written in hex.
    var text = authority > UInt64(UInt32.max) ? "S-1-0x" + String(authority, radix: 16) : "S-1-\(authority)"
    for index in 0..<count {
      let part = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8 + index * 4, as: UInt32.self))
      text += "-"
      text += String(part)
    }
    return text
  }
}
