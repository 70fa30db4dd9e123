/// The attributes inside System that records are read from in place.
enum SystemAttribute {
  case name, guid, eventSourceName
  case qualifiers
  case systemTime
  case activityID, relatedActivityID
  case processID, threadID
  case userID

  /// A bit that is its own among the attributes of one element.
  @inline(__always) var bit: UInt8 {
    switch self {
    case .name, .qualifiers, .systemTime, .activityID, .processID, .userID: 1
    case .guid, .relatedActivityID, .threadID: 2
    case .eventSourceName: 4
    }
  }

  /// The attribute of an element at an index and the index of its opening quote; nil for any other.
  ///
  /// Names are compared as little-endian words: the first eight bytes with `=`, then the last eight.
  @inline(__always) static func find(
    of element: SystemElement, in text: PaddedText, at index: Int
  ) -> (attribute: SystemAttribute, value: Int)? {
    let word = text.word(at: index)
    switch element {
    case .provider:
      if word & 0xFF_FFFF_FFFF == 0x3D_656D_614E { return (.name, index + 5) }
      if word & 0xFF_FFFF_FFFF == 0x3D_6469_7547 { return (.guid, index + 5) }
      if word == 0x756F_5374_6E65_7645, text.word(at: index + 8) == 0x3D65_6D61_4E65_6372 {
        return (.eventSourceName, index + 16)
      }
    case .eventID:
      if word == 0x6569_6669_6C61_7551, text.word(at: index + 3) == 0x3D73_7265_6966_696C {
        return (.qualifiers, index + 11)
      }
    case .timeCreated:
      if word == 0x6954_6D65_7473_7953, text.word(at: index + 3) == 0x3D65_6D69_546D_6574 {
        return (.systemTime, index + 11)
      }
    case .correlation:
      if word == 0x7974_6976_6974_6341, text.word(at: index + 3) == 0x3D44_4979_7469_7669 {
        return (.activityID, index + 11)
      }
      if text.holds("RelatedActivityID=", at: index) { return (.relatedActivityID, index + 18) }
    case .execution:
      if word == 0x4973_7365_636F_7250, text.word(at: index + 2) == 0x3D44_4973_7365_636F {
        return (.processID, index + 10)
      }
      if word == 0x4449_6461_6572_6854, text[index + 8] == UInt8(ascii: "=") { return (.threadID, index + 9) }
    case .security:
      if word & 0xFF_FFFF_FFFF_FFFF == 0x3D_4449_7265_7355 { return (.userID, index + 7) }
    default: break
    }
    return nil
  }
}
