/// Text as UTF-8 bytes with case taken away, the form in which values are compared by default.
///
/// ASCII is folded byte by byte without allocating; other text goes through Unicode lower case.
enum FoldedText {
  /// The bytes of a text, lower-cased when asked.
  static func bytes(of text: String, folding: Bool) -> [UInt8] {
    folding ? Array(text.lowercased().utf8) : Array(text.utf8)
  }

  /// Runs `body` with the bytes of a value and whether it still has to fold each ASCII byte itself.
  static func withBytes<Result>(
    of text: String, folding: Bool, _ body: (UnsafeBufferPointer<UInt8>, Bool) -> Result
  ) -> Result {
    let quick = text.utf8.withContiguousStorageIfAvailable { bytes -> Result? in
      if folding, bytes.contains(where: { $0 >= 0x80 }) { return nil }
      return body(bytes, folding)
    }
    if let quick, let result = quick { return result }
    return Self.bytes(of: text, folding: folding).withUnsafeBufferPointer { body($0, false) }
  }

  /// An ASCII capital as its small letter, anything else as it is.
  @inline(__always)
  static func fold(_ byte: UInt8) -> UInt8 {
    byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
  }
}
