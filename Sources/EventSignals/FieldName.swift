/// The name under which a rule asks for a value of a record.
///
/// Compared without case and blanks, so `Error Code`, `ErrorCode` and `errorcode` are one name.
public struct FieldName: Sendable, Hashable {
  /// Where the value is looked for.
  enum Place: Sendable, Hashable {
    case eventID
    case provider
    case channel
    case computer
    case level
    case message
    /// Unnamed data by position, counted from 0 among the unnamed.
    case unnamed(Int)
    /// Every unnamed value.
    case everyUnnamed
    /// EventData by name, then UserData's leaves and attributes, then the header.
    case data
  }

  /// Header fields that a provider's own field of the same name hides.
  enum Header: String, Sendable, Hashable {
    case version
    case task
    case opcode
    case qualifiers
    case keywords
    case eventRecordID = "eventrecordid"
    case userID = "userid"
    case binary
  }

  /// As written in the rule.
  public let text: String
  let place: Place
  /// The header field of this name.
  let header: Header?
  /// UTF-8 in lower case without blanks.
  let normalised: [UInt8]

  /// The longest name a rule may ask for, in bytes.
  static let lengthLimit = 256

  /// Nil for an empty or overlong name and for a `Data[…]` without a position from 0 to 999.
  public init?(_ text: String) {
    let normalised = Array(text.lowercased().utf8).filter { $0 != 0x20 && $0 != 0x09 }
    guard !normalised.isEmpty, normalised.count <= Self.lengthLimit else { return nil }
    self.text = text
    self.normalised = normalised
    let name = String(decoding: normalised, as: UTF8.self)
    header = Header(rawValue: name)
    switch name {
    case "eventid": place = .eventID
    case "provider_name": place = .provider
    case "channel": place = .channel
    case "computer": place = .computer
    case "level": place = .level
    case "message": place = .message
    case "data": place = .everyUnnamed
    default:
      if name.hasPrefix("data["), name.hasSuffix("]") {
        guard let index = Int(name.dropFirst(5).dropLast()), (0..<1000).contains(index) else { return nil }
        place = .unnamed(index)
      } else {
        place = .data
      }
    }
  }

  /// Whether a name in a record is this one. Allocates nothing.
  func agrees(with name: String) -> Bool {
    var index = 0
    for byte in name.utf8 {
      if byte == 0x20 || byte == 0x09 { continue }
      guard index < normalised.count, FoldedText.fold(byte) == normalised[index] else { return false }
      index += 1
    }
    return index == normalised.count
  }
}
