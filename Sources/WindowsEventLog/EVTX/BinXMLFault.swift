/// Why a record's binary XML could not be read.
enum BinXMLFault: Error {
  /// An offset or a size points outside the record or its chunk.
  case outOfBounds
  /// A token that may not stand where it stands.
  case unexpectedToken
  /// The template definition is missing, damaged or another one than the record names.
  case badTemplate
  /// There is no Event element, or its System element lacks the event id.
  case noHeader
  case tooDeep
  case tooManyItems
  case tooLarge

  /// The same in the words of `SkippedRecord`.
  var reason: SkippedRecord.Reason {
    switch self {
    case .outOfBounds, .unexpectedToken: .malformed
    case .badTemplate: .badTemplate
    case .noHeader: .unreadableHeader
    case .tooDeep: .tooDeep
    case .tooManyItems: .tooManyFields
    case .tooLarge: .tooLarge
    }
  }
}
