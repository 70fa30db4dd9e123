public import EventSignals
public import WindowsEventLog

/// Signals that belong together: somebody tried to connect, or a host shows a fault.
public struct Episode: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case connectionAttempt = "connection-attempt"
    case hostCondition = "host-condition"
  }

  public var kind: Kind
  /// Corrected time of the first and last member.
  public var start: WindowsTime
  public var end: WindowsTime
  /// The furthest phase proven reached (for a failure: the phase it failed in).
  public var phase: ConnectionPhase?
  /// Index into `CorrelatedSite.hosts`, where the machine is known; see also the names below.
  public var clientHost: Int?
  public var serverHost: Int?
  public var gatewayHost: Int?
  /// The name or address to show, logs of it or not.
  public var client: String?
  public var server: String?
  public var gateway: String?
  public var user: String?
  /// The client's disconnect reason (1026), unsigned 32 bits.
  public var disconnectReason: UInt32?
  /// Extended reason or ERRINFO the server gave, where logged.
  public var extendedReason: UInt32?
  public var outcome: Outcome
  /// Whether anything shows that this was Remote Desktop; network logons alone (type 3) may be a file share.
  public var isRemoteDesktop = true
  /// Whether it ended, nothing says why, and the logs of its machine show no connection that came to anything.
  public var endsUnexplained = false
  /// Members by corrected time, then by host, channel and record id. One event may give several signals.
  public var members: [Member]
  public var links: [Link]

  /// How it ended as far as the logs tell.
  public enum Outcome: String, Sendable, Hashable {
    /// A session came up and ended as people end sessions, or goes on.
    case succeeded
    /// mstsc's own probe, a scan, a cancelled prompt: no failure.
    case harmless
    /// A session came up and was lost.
    case lost
    /// It did not come up.
    case failed
    /// The logs end before it does.
    case open
  }

  /// A signal on the common clock.
  public struct Member: Sendable, Hashable {
    public var signal: Signal
    /// Index into `CorrelatedSite.hosts` of the machine that logged it.
    public var host: Int
    public var time: WindowsTime

    public init(signal: Signal, host: Int, time: WindowsTime) {
      self.signal = signal
      self.host = host
      self.time = time
    }
  }

  /// Why two members are one episode.
  public struct Link: Sendable, Hashable {
    public var kind: Kind
    /// Corrected gap from one to the other in milliseconds; negative when `to` is earlier.
    public var gapMilliseconds: Double
    public var from: EventReference { first.event }
    public var to: EventReference { second.event }
    private var first: Signal
    private var second: Signal

    /// Kinds of link, strongest first.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
      case activityID = "activity-id"
      case address
      case name
      case user
      case time
    }

    public init(kind: Kind, gapMilliseconds: Double, from: Signal, to: Signal) {
      self.kind = kind
      self.gapMilliseconds = gapMilliseconds
      first = from
      second = to
    }
  }

  public init(kind: Kind, start: WindowsTime, end: WindowsTime, outcome: Outcome) {
    self.kind = kind
    self.start = start
    self.end = end
    self.outcome = outcome
    self.members = []
    self.links = []
  }
}
