/// The single-byte code pages in which exports come when nobody asked for Unicode.
enum CodePage: Hashable {
  case windows1252
  case oem850

  /// The name reports use.
  var name: String {
    switch self {
    case .windows1252: "windows-1252"
    case .oem850: "IBM850"
    }
  }

  /// The code point of a byte.
  func scalar(_ byte: UInt8) -> UInt32 {
    switch self {
    case .windows1252: Windows1252.scalar(byte)
    case .oem850: CodePage850.scalar(byte)
    }
  }

  /// The code page that some bytes of a source are in; nil for UTF-8, and where neither is likely.
  static func of(_ bytes: UnsafeRawBufferPointer, in encoding: TextEncoding) -> CodePage? {
    switch encoding {
    case .utf8(isCertain: true), .utf16: nil
    case .windows1252: isUTF8(bytes) ? nil : .windows1252
    case .utf8(isCertain: false):
      if isUTF8(bytes) {
        nil
      } else if CodePage850.isPlausible(bytes) {
        .oem850
      } else {
        Windows1252.isPlausible(bytes) ? .windows1252 : nil
      }
    }
  }

  private static func isUTF8(_ bytes: UnsafeRawBufferPointer) -> Bool {
    var place = 0
    while place < bytes.count {
      let length = UTF8Sequence.length(in: bytes, at: place)
      if length == 0 { return false }
      place += length
    }
    return true
  }
}
