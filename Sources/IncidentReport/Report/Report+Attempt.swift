public import EventCorrelation
public import EventSignals
public import WindowsEventLog

extension Report {
  /// One try to connect, or one stretch of a host showing a fault.
  public struct Attempt: Sendable, Hashable {
    public var kind: Episode.Kind
    public var start: WindowsTime
    public var end: WindowsTime
    public var phase: ConnectionPhase?
    public var client: String?
    public var server: String?
    /// Kinds of link that hold it together, strongest first.
    public var linkedBy: [Episode.Link.Kind]
    /// Indices into the incident's `events`, by time.
    public var events: [Int]
    public var links: [Link]
    /// Such as "09:14:07.312, TLS, failed after 1.4 s".
    public var text: String

    /// Why two of its events belong together.
    public struct Link: Sendable, Hashable {
      public var kind: Episode.Link.Kind
      /// Corrected; negative when `to` is earlier.
      public var gapMilliseconds: Double
      /// Indices into the incident's `events`.
      public var from: Int
      public var to: Int

      public init(kind: Episode.Link.Kind, gapMilliseconds: Double, from: Int, to: Int) {
        self.kind = kind
        self.gapMilliseconds = gapMilliseconds
        self.from = from
        self.to = to
      }
    }

    public init(kind: Episode.Kind, start: WindowsTime, end: WindowsTime) {
      self.kind = kind
      self.start = start
      self.end = end
      linkedBy = []
      events = []
      links = []
      text = ""
    }
  }
}
