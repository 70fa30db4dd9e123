/// One event as Windows recorded it, with everything its export carried.
///
/// A plain value that owns its strings. Element names follow [MS-EVEN6] 2.2 and the Windows event
/// schema (`http://schemas.microsoft.com/win/2004/08/events/event`).
public struct EventRecord: Sendable, Hashable {
  /// Provider/@Name, as written.
  public var provider: String
  /// Provider/@Guid in lower case with braces.
  public var providerGUID: String?
  /// Provider/@EventSourceName of a classic id inside a manifest provider.
  public var eventSourceName: String?
  /// EventID without its qualifiers.
  public var eventID: UInt32
  /// EventID/@Qualifiers: the upper 16 bits of a classic id.
  public var qualifiers: UInt16?
  public var version: UInt8?
  /// 0 LogAlways, 1 Critical, 2 Error, 3 Warning, 4 Information, 5 Verbose.
  public var level: UInt8?
  public var task: UInt16?
  public var opcode: UInt8?
  /// The keyword mask, reserved bits included.
  public var keywords: UInt64?
  /// TimeCreated/@SystemTime in UTC, as the machine's clock had it; nil when absent or unreadable.
  public var time: WindowsTime?
  public var recordID: UInt64?
  /// Correlation/@ActivityID in lower case with braces.
  public var activityID: String?
  /// Correlation/@RelatedActivityID in lower case with braces.
  public var relatedActivityID: String?
  public var processID: UInt32?
  public var threadID: UInt32?
  public var channel: String
  public var computer: String
  /// Security/@UserID: a SID.
  public var userID: String?
  /// What followed System.
  public var container: Container
  /// EventData's Data, ComplexData and so on in order, repeats kept.
  public var data: [DataItem]
  /// EventData/@Name, where a provider sets it.
  public var dataName: String?
  /// UserData's child, or nil.
  public var userData: UserDataElement?
  /// EventData/Binary or BinaryEventData, decoded.
  public var binary: [UInt8]?
  /// ProcessingErrorData's children in order: fields of the event were lost.
  public var processingError: [DataItem]
  /// RenderingInfo, present when the export was rendered.
  public var rendering: RenderingInfo?

  /// Which element carried the event's own data.
  public enum Container: String, Sendable, Hashable {
    case eventData = "EventData"
    case userData = "UserData"
    case debugData = "DebugData"
    case binaryEventData = "BinaryEventData"
    case processingErrorData = "ProcessingErrorData"
    case none = ""
  }

  /// One named or unnamed value.
  public struct DataItem: Sendable, Hashable {
    /// Data/@Name as written (blanks kept); nil for an unnamed item.
    public var name: String?
    public var value: String

    public init(name: String?, value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The provider's words for an event, in the language of the machine that exported it.
  public struct RenderingInfo: Sendable, Hashable {
    public var culture: String?
    public var message: String?

    public init(culture: String? = nil, message: String? = nil) {
      self.culture = culture
      self.message = message
    }
  }

  public init(provider: String, eventID: UInt32, channel: String = "", computer: String = "") {
    self.provider = provider
    self.eventID = eventID
    self.channel = channel
    self.computer = computer
    self.container = .none
    self.data = []
    self.processingError = []
  }
}
