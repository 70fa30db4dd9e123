public import EventSignals
public import WindowsEventLog

extension Report {
  /// One event of the logs as the report cites it: DESIGN's EVENT.
  public struct Event: Sendable, Hashable {
    public var source: String
    /// Bytes from the start of the file or archive member.
    public var offset: UInt64
    public var host: String
    public var channel: String
    public var provider: String
    public var eventID: UInt32
    public var recordID: UInt64?
    /// Corrected.
    public var time: WindowsTime
    /// As the machine's own clock had it.
    public var rawTime: WindowsTime
    /// Our words for it, values filled in.
    public var summary: String
    /// Id of the signal rule that named it; the telling one when several did.
    public var signal: String
    public var phase: ConnectionPhase?
    public var mark: Mark
    /// Whether the first cause's evidence rests on it.
    public var deciding: Bool

    /// What it is on a picture of the timeline.
    public enum Mark: String, Sendable, Hashable, CaseIterable {
      case start
      case progress
      case success
      case failure
      case fault
      case change
      case context
    }

    /// The provider without its vendor prefix, and the id: `Schannel 36870`.
    public var label: String

    public init(
      reference: EventReference, host: String, time: WindowsTime, summary: String, signal: String,
      phase: ConnectionPhase?, mark: Mark, label: String
    ) {
      source = reference.source
      offset = reference.offset
      self.host = host
      channel = reference.channel
      provider = reference.provider
      eventID = reference.eventID
      recordID = reference.recordID
      self.time = time
      rawTime = reference.rawTime
      self.summary = summary
      self.signal = signal
      self.phase = phase
      self.mark = mark
      self.label = label
      deciding = false
    }
  }
}
