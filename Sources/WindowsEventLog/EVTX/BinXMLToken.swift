/// The tokens of binary XML ([MS-EVEN6] 2.2.12); bit 0x40 says that more of the same follows.
enum BinXMLToken {
  static let endOfFragment: UInt8 = 0x00
  static let openStartElement: UInt8 = 0x01
  static let closeStartElement: UInt8 = 0x02
  static let closeEmptyElement: UInt8 = 0x03
  static let endElement: UInt8 = 0x04
  static let value: UInt8 = 0x05
  static let attribute: UInt8 = 0x06
  static let cdataSection: UInt8 = 0x07
  static let characterReference: UInt8 = 0x08
  static let entityReference: UInt8 = 0x09
  static let processingInstructionTarget: UInt8 = 0x0A
  static let processingInstructionData: UInt8 = 0x0B
  static let templateInstance: UInt8 = 0x0C
  static let normalSubstitution: UInt8 = 0x0D
  static let optionalSubstitution: UInt8 = 0x0E
  static let fragmentHeader: UInt8 = 0x0F

  static let moreFollows: UInt8 = 0x40
  /// The token without `moreFollows`.
  static let mask: UInt8 = 0xBF
}
