/// GUIDs stored in 16 bytes ([MS-DTYP] 2.3.4.2): three little-endian numbers, then eight bytes.
enum BinXMLGUID {
  /// The byte of the GUID behind each pair of digits of its text.
  private static let order: [Int] = [3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15]

  /// The text with hyphens and braces; `letters` is the digit for ten. The bytes were checked before.
  static func text(_ bytes: ChunkBytes, at offset: Int, letters: UInt8) -> String {
    String(unsafeUninitializedCapacity: 38) { out in
      out[0] = UInt8(ascii: "{")
      var place = 1
      for (index, source) in order.enumerated() {
        if index == 4 || index == 6 || index == 8 || index == 10 {
          out[place] = UInt8(ascii: "-")
          place &+= 1
        }
        let byte = bytes.base.load(fromByteOffset: offset &+ source, as: UInt8.self)
        out[place] = HexText.digit(byte &>> 4, letters: letters)
        out[place &+ 1] = HexText.digit(byte & 15, letters: letters)
        place &+= 2
      }
      out[place] = UInt8(ascii: "}")
      return 38
    }
  }
}
