/// The children of System that the Windows event schema knows, in the order Windows writes them.
///
/// Each knows its name as the little-endian words of its first eight and last eight bytes, so that
/// a tag is recognised by two compares.
enum SystemElement: UInt32, CaseIterable {
  case provider
  case eventID
  case version
  case level
  case task
  case opcode
  case keywords
  case timeCreated
  case eventRecordID
  case correlation
  case execution
  case channel
  case computer
  case security

  /// The element whose name begins at an index, judged by four bytes of it; confirm with `isName`.
  @inline(__always) init?(_ text: PaddedText, at index: Int) {
    switch text.halfWord(at: index) {
    case 0x766F_7250: self = .provider
    case 0x6E65_7645: self = text[index + 5] == UInt8(ascii: "I") ? .eventID : .eventRecordID
    case 0x7372_6556: self = .version
    case 0x6576_654C: self = .level
    case 0x6B73_6154: self = .task
    case 0x6F63_704F: self = .opcode
    case 0x7779_654B: self = .keywords
    case 0x656D_6954: self = .timeCreated
    case 0x7272_6F43: self = .correlation
    case 0x6365_7845: self = .execution
    case 0x6E61_6843: self = .channel
    case 0x706D_6F43: self = .computer
    case 0x7563_6553: self = .security
    default: return nil
    }
  }

  /// The elements that Windows writes before TimeCreated, a bit each.
  static let beginning: UInt32 =
    1 << provider.rawValue | 1 << eventID.rawValue | 1 << version.rawValue | 1 << level.rawValue
    | 1 << task.rawValue | 1 << opcode.rawValue | 1 << keywords.rawValue

  /// Bytes of the name.
  @inline(__always) var nameLength: Int {
    switch self {
    case .task: 4
    case .level: 5
    case .opcode: 6
    case .eventID, .version, .channel: 7
    case .provider, .keywords, .computer, .security: 8
    case .execution: 9
    case .timeCreated, .correlation: 11
    case .eventRecordID: 13
    }
  }

  /// Whether the name stands at an index; what follows it is not looked at.
  @inline(__always) func isName(_ text: PaddedText, at index: Int) -> Bool {
    let head =
      nameLength < 8 ? text.word(at: index) & (1 << UInt64(nameLength * 8) - 1) : text.word(at: index)
    guard head == firstBytes else { return false }
    return nameLength <= 8 || text.word(at: index + nameLength - 8) == lastBytes
  }

  /// The name's first eight bytes, with zeros after a shorter one.
  @inline(__always) private var firstBytes: UInt64 {
    switch self {
    case .provider: 0x7265_6469_766F_7250
    case .eventID: 0x0044_4974_6E65_7645
    case .version: 0x006E_6F69_7372_6556
    case .level: 0x0000_006C_6576_654C
    case .task: 0x0000_0000_6B73_6154
    case .opcode: 0x0000_6564_6F63_704F
    case .keywords: 0x7364_726F_7779_654B
    case .timeCreated: 0x6165_7243_656D_6954
    case .eventRecordID: 0x6365_5274_6E65_7645
    case .correlation: 0x7461_6C65_7272_6F43
    case .execution: 0x6F69_7475_6365_7845
    case .channel: 0x006C_656E_6E61_6843
    case .computer: 0x7265_7475_706D_6F43
    case .security: 0x7974_6972_7563_6553
    }
  }

  /// The last eight bytes of a name longer than that.
  @inline(__always) private var lastBytes: UInt64 {
    switch self {
    case .timeCreated: 0x6465_7461_6572_4365
    case .eventRecordID: 0x4449_6472_6F63_6552
    case .correlation: 0x6E6F_6974_616C_6572
    case .execution: 0x6E6F_6974_7563_6578
    default: 0
    }
  }
}
