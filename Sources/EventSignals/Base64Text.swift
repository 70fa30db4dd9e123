/// Base64 (RFC 4648) of a few bytes: a value of a rule, a digest.
package enum Base64Text {
  private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  /// The whole encoding, padded.
  package static func encode(_ bytes: [UInt8]) -> String {
    var output: [UInt8] = []
    output.reserveCapacity((bytes.count + 2) / 3 * 4)
    var index = 0
    while index < bytes.count {
      let left = min(3, bytes.count - index)
      var group = UInt32(bytes[index]) << 16
      if left > 1 { group |= UInt32(bytes[index + 1]) << 8 }
      if left > 2 { group |= UInt32(bytes[index + 2]) }
      for place in 0..<4 {
        let shift = UInt32(18 - 6 * place)
        output.append(place <= left ? alphabet[Int(group >> shift & 63)] : UInt8(ascii: "="))
      }
      index += 3
    }
    return String(decoding: output, as: UTF8.self)
  }

  /// What of the encoding is the same wherever the bytes stand inside a longer text: one for each
  /// alignment, without the characters that the neighbours touch.
  static func encodeAtEveryOffset(_ bytes: [UInt8]) -> [String] {
    // Characters at the start that hold bits of what stands before, by alignment.
    let spoiled = [0, 2, 3]
    return (0..<3).map { offset in
      let text = encode(Array(repeating: 0x20, count: offset) + bytes)
      let bits = (offset + bytes.count) * 8
      return String(text.prefix(bits / 6).dropFirst(spoiled[offset]))
    }
  }
}
