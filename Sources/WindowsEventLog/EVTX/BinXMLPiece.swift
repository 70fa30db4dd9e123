/// One piece of a fragment: an element, an attribute, text, or the place of a value.
///
/// Numbers alone, so that walking the pieces of a template for a record counts no references.
struct BinXMLPiece {
  enum Kind: UInt8 {
    case text
    case value
    /// A value that takes its attribute with it when it is null.
    case optionalValue
    case element
    case attribute
    /// A template and its values; never inside a template.
    case instance
  }

  var kind: Kind
  /// What an element's name means to this reader.
  var role = BinXMLRole.other
  /// The number of the name of an element or attribute, or of the text, among the tree's strings.
  var string: Int32 = -1
  /// The value that goes here, or that is all an element holds; the number of an instance; -1 for none.
  var value: Int32 = -1
  /// The value an element depends on: when it is null the element is not there; -1 for none.
  var dependency: Int32 = -1
  /// The number of an element's Name attribute where that is literal text; -1 when it is not.
  var literalName: Int32 = -1
  /// The first piece an element or attribute holds; those of an element stand behind its attributes.
  var content: Int32 = 0
  /// The first piece behind this one and all it holds.
  var end: Int32 = 0
}

/// Pieces next to each other, from one index up to another.
struct BinXMLSpan {
  var start: Int32
  var end: Int32
}

/// The elements this reader knows by name.
enum BinXMLRole: UInt8 {
  case other
  case event
  case system
  case eventData
  case userData
  case debugData
  case binaryEventData
  case processingErrorData
  case renderingInfo
  /// Data and ComplexData.
  case data
  case binary
  case message

  init(_ name: String) {
    self =
      switch name {
      case "Data", "ComplexData": .data
      case "Event": .event
      case "System": .system
      case "EventData": .eventData
      case "UserData": .userData
      case "DebugData": .debugData
      case "BinaryEventData": .binaryEventData
      case "ProcessingErrorData": .processingErrorData
      case "RenderingInfo": .renderingInfo
      case "Binary": .binary
      case "Message": .message
      default: .other
      }
  }

  /// The kind of container an element of this name is.
  var container: EventRecord.Container? {
    switch self {
    case .eventData: .eventData
    case .userData: .userData
    case .debugData: .debugData
    case .binaryEventData: .binaryEventData
    case .processingErrorData: .processingErrorData
    default: nil
    }
  }
}
