/// Names of machines and accounts as bytes, which are read a million times in a large site.
enum NameText {
  /// Hands on the UTF-8 bytes of a name in lower case.
  static func withFolded<Result>(_ name: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    guard name.utf8.allSatisfy({ $0 < 0x80 }) else {
      var folded = name.lowercased()
      return folded.withUTF8(body)
    }
    return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: name.utf8.count) { buffer in
      var count = 0
      for byte in name.utf8 {
        buffer[count] = byte &- UInt8(ascii: "A") < 26 ? byte | 0x20 : byte
        count += 1
      }
      return body(UnsafeBufferPointer(rebasing: buffer[..<count]))
    }
  }
}
