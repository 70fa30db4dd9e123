/// Eight-bit text of binary logs, read as windows-1252: the log does not say its code page.
enum ANSIText {
  /// Makes a string; zero bytes at the end are left out, other control characters become U+FFFD.
  static func string(_ bytes: UnsafeRawBufferPointer, isRepaired: inout Bool) -> String {
    var end = bytes.count
    while end > 0, bytes[end - 1] == 0 { end -= 1 }
    let kept = UnsafeRawBufferPointer(rebasing: bytes[..<end])
    if kept.allSatisfy({ $0 &- 0x20 < 0x5F || $0 == 0x09 || $0 == 0x0A }) {
      return String(decoding: kept, as: UTF8.self)
    }
    var text = String.UnicodeScalarView()
    var isAfterReturn = false
    for byte in kept {
      if byte == 0x0D {
        // Line ends are line feeds, as in text of 16 bits.
        isAfterReturn = true
        text.append("\n")
        continue
      }
      defer { isAfterReturn = false }
      if byte == 0x0A, isAfterReturn { continue }
      if let scalar = Unicode.Scalar(Windows1252.scalar(byte)), CharacterReference.isAllowed(scalar.value) {
        text.append(scalar)
      } else {
        text.append("\u{FFFD}")
        isRepaired = true
      }
    }
    return String(text)
  }
}
