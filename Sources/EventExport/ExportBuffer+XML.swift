/// Text as XML 1.0 character data and attribute values.
extension ExportBuffer {
  /// Appends character data; a line end becomes a reference, so that a record stays on one line.
  mutating func appendXMLText(_ text: String) {
    appendXML(
      text,
      flags: {
        ByteScan.below(0x20, in: $0) | ByteScan.equal(0x26, in: $0) | ByteScan.equal(0x3C, in: $0)
          | ByteScan.equal(0x3E, in: $0) | ByteScan.equal(0xEF, in: $0)
      }, keepsTab: true, keepsApostrophe: true)
  }

  /// Appends the inside of a single-quoted attribute value.
  mutating func appendXMLAttribute(_ text: String) {
    appendXML(
      text,
      flags: {
        ByteScan.below(0x28, in: $0) | ByteScan.equal(0x3C, in: $0) | ByteScan.equal(0x3E, in: $0)
          | ByteScan.equal(0xEF, in: $0)
      }, keepsTab: false, keepsApostrophe: false)
  }

  @inline(__always)
  private mutating func appendXML(
    _ text: String, flags: (UInt64) -> UInt64, keepsTab: Bool, keepsApostrophe: Bool
  ) {
    text.withUTF8Bytes { bytes in
      ByteScan.copy(
        bytes, into: &self, expansion: 6, flags: flags,
        slow: { input, index, out in
          let byte = input[index]
          switch byte {
          case 0x26: return (Self.store("&amp;", at: out), 1)
          case 0x3C: return (Self.store("&lt;", at: out), 1)
          case 0x3E: return (Self.store("&gt;", at: out), 1)
          case 0x0A: return (Self.store("&#10;", at: out), 1)
          case 0x0D: return (Self.store("&#13;", at: out), 1)
          case 0x09 where !keepsTab: return (Self.store("&#9;", at: out), 1)
          case 0x27 where !keepsApostrophe: return (Self.store("&apos;", at: out), 1)
          case 0x09: break
          // XML 1.0 has no way to write the other control characters, nor U+FFFE and U+FFFF.
          case 0x00...0x1F: return (Self.storeReplacement(at: out), 1)
          case 0xEF where index &+ 2 < input.count && input[index &+ 1] == 0xBF && input[index &+ 2] > 0xBD:
            return (Self.storeReplacement(at: out), 3)
          default: break
          }
          out[0] = byte
          return (out + 1, 1)
        })
    }
  }

  @inline(__always)
  private static func store(
    _ text: StaticString, at out: UnsafeMutablePointer<UInt8>
  ) -> UnsafeMutablePointer<UInt8> {
    out.update(from: text.utf8Start, count: text.utf8CodeUnitCount)
    return out + text.utf8CodeUnitCount
  }
}
