/// Names of elements and attributes that XML can carry.
enum XMLName {
  /// The name itself where it is one XML allows, else with what is not allowed replaced by `_`.
  ///
  /// Names come from logs, and JSON lines allow any text as a name. A colon goes too: it would make a
  /// prefix that nothing declares.
  static func safe(_ name: String) -> String {
    if isPlain(name) { return name }
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if !result.isEmpty, continues(scalar) || starts(scalar) {
        result.append(scalar)
      } else if result.isEmpty, starts(scalar) {
        result.append(scalar)
      } else if result.isEmpty, continues(scalar) {
        result.append("_")
        result.append(scalar)
      } else {
        result.append("_")
      }
    }
    return result.isEmpty ? "_" : String(result)
  }

  /// The same for an attribute, which besides must not declare a namespace.
  static func safeAttribute(_ name: String) -> String { name == "xmlns" ? "_xmlns" : safe(name) }

  /// Whether every byte is an ASCII letter, digit or `_`, the first no digit: nearly every name there is.
  private static func isPlain(_ name: String) -> Bool {
    name.withUTF8Bytes { bytes in
      guard let first = bytes.first, !(0x30...0x39).contains(first) else { return false }
      return bytes.allSatisfy {
        (0x61...0x7A).contains($0 | 0x20) && $0 < 0x80 || (0x30...0x39).contains($0) || $0 == 0x5F
      }
    }
  }

  /// NameStartChar of XML 1.0 (fifth edition), without the colon.
  private static func starts(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x2FF, 0x370...0x37D, 0x37F...0x1FFF: true
    case 0x200C...0x200D, 0x2070...0x218F, 0x2C00...0x2FEF, 0x3001...0xD7FF: true
    case 0xF900...0xFDCF, 0xFDF0...0xFFFD, 0x10000...0xEFFFF: true
    default: false
    }
  }

  /// What NameChar allows beyond NameStartChar.
  private static func continues(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x2D, 0x2E, 0x30...0x39, 0xB7, 0x300...0x36F, 0x203F...0x2040: true
    default: false
    }
  }
}
