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
  @inline(__always) static func find(
    of element: SystemElement, in text: PaddedText, at index: Int
  ) -> (attribute: SystemAttribute, value: Int)? {
    switch element {
    case .provider:
      if text.holds("Name=", at: index) { return (.name, index + 5) }
      if text.holds("Guid=", at: index) { return (.guid, index + 5) }
      if text.holds("EventSourceName=", at: index) { return (.eventSourceName, index + 16) }
    case .eventID:
      if text.holds("Qualifiers=", at: index) { return (.qualifiers, index + 11) }
    case .timeCreated:
      if text.holds("SystemTime=", at: index) { return (.systemTime, index + 11) }
    case .correlation:
      if text.holds("ActivityID=", at: index) { return (.activityID, index + 11) }
      if text.holds("RelatedActivityID=", at: index) { return (.relatedActivityID, index + 18) }
    case .execution:
      if text.holds("ProcessID=", at: index) { return (.processID, index + 10) }
      if text.holds("ThreadID=", at: index) { return (.threadID, index + 9) }
    case .security:
      if text.holds("UserID=", at: index) { return (.userID, index + 7) }
    default: break
    }
    return nil
  }
}
