/// What every record needs of an event written as JSON, as places in the text.
struct JSONHeader {
  var provider = ByteRange.none
  var eventSourceName = ByteRange.none
  var channel = ByteRange.none
  var computer = ByteRange.none
  var systemTime = ByteRange.none
  var eventID: UInt32 = 0
  var recordID: UInt64?
  /// Where the event's own data can begin; nil for a flat line of EvtxECmd, whose data is JSON in a string.
  var bodyStart: Int?
  /// Which members were met, a bit each; a second one of a kind is not read in place.
  var seen: UInt32 = 0

  /// A member that every record needs.
  enum Member: UInt32 {
    case provider, eventID, recordID, time, channel, computer
  }

  /// Notes that a member was met; false when it was before.
  mutating func meet(_ member: Member) -> Bool {
    let bit: UInt32 = 1 << member.rawValue
    defer { seen |= bit }
    return seen & bit == 0
  }

  func has(_ member: Member) -> Bool { seen & 1 << member.rawValue != 0 }
}
