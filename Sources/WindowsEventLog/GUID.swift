/// The one way this library writes a GUID: lower case, hyphens, braces.
public enum GUID {
  /// The GUID a text holds, with or without braces, in either case, blanks around it ignored; nil when it holds none.
  public static func canonical(_ text: some StringProtocol) -> String? {
    var text = String(text)
    return text.withUTF8 { canonical(UnsafeRawBufferPointer($0)) }
  }

  package static func canonical(_ bytes: UnsafeRawBufferPointer) -> String? {
    var start = 0
    var end = bytes.count
    while start < end, bytes[start] <= 0x20 { start += 1 }
    while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
    if end - start == 38 {
      guard bytes[start] == UInt8(ascii: "{"), bytes[end - 1] == UInt8(ascii: "}") else { return nil }
      start += 1
      end -= 1
    }
    guard end - start == 36 else { return nil }
    for index in 0..<36 {
      let byte = bytes[start + index]
      guard isHyphenPlace(index) ? byte == UInt8(ascii: "-") : isHexDigit(byte) else { return nil }
    }
    return String(unsafeUninitializedCapacity: 38) { buffer in
      buffer[0] = UInt8(ascii: "{")
      // Setting bit 5 lowers a letter and leaves digits and the hyphen as they are.
      for index in 0..<36 { buffer[index + 1] = bytes[start + index] | 0x20 }
      buffer[37] = UInt8(ascii: "}")
      return 38
    }
  }

  private static func isHyphenPlace(_ index: Int) -> Bool {
    index == 8 || index == 13 || index == 18 || index == 23
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    let lowered = byte | 0x20
    return byte &- UInt8(ascii: "0") <= 9
      || (lowered >= UInt8(ascii: "a") && lowered <= UInt8(ascii: "f"))
  }
}
