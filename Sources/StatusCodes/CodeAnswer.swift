/// All that is known about one `CodeQuery`.
public struct CodeAnswer: Sendable, Hashable {
  public var query: CodeQuery
  /// Every reading, the most RDP-specific first; of a pair, those of the first number come first.
  public var readings: [StatusCode]
  /// Why a reading is of another number than was asked for: `0x800759DA carries the Win32 code 0x59DA`.
  public var carried: String?
  /// The event that may be meant as well; its meaning is the event catalogue's matter.
  public var event: EventID?
  /// The parts of the number, for 32-bit status values.
  public var structure: StatusStructure?
  /// The families looked through; what an answer without readings can say.
  public var searched: [CodeFamily]

  /// An event id, with the provider's words where given.
  public struct EventID: Sendable, Hashable {
    public var provider: String?
    public var id: UInt32

    public init(provider: String?, id: UInt32) {
      self.provider = provider
      self.id = id
    }
  }

  public init(
    query: CodeQuery, readings: [StatusCode] = [], carried: String? = nil, event: EventID? = nil,
    structure: StatusStructure? = nil, searched: [CodeFamily] = []
  ) {
    self.query = query
    self.readings = readings
    self.carried = carried
    self.event = event
    self.structure = structure
    self.searched = searched
  }
}
