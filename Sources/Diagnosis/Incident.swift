public import EventCorrelation
public import WindowsEventLog

/// What a reader acts on: one or more episodes with one cause.
public struct Incident: Sendable {
  public var verdict: Verdict
  /// Corrected; of all its episodes.
  public var start: WindowsTime
  public var end: WindowsTime
  /// Null when several clients are hit; then `clients` lists them.
  public var client: String?
  public var clients: [String]
  public var server: String?
  public var gateway: String?
  public var user: String?
  public var disconnectReason: UInt32?
  public var extendedReason: UInt32?
  /// By start; at least one.
  public var episodes: [Episode]
  /// By falling confidence, matched before others of equal confidence; never empty.
  public var hypotheses: [Hypothesis]
  /// Probability of something no cause describes; with all confidences it makes 1.
  public var unexplained: Double
  /// Ids of trigger causes between the last success and the first failure.
  public var triggers: [String]
  public var collectNext: [CollectNext]

  public enum Verdict: String, Sendable, Hashable, CaseIterable {
    case diagnosed
    case undetermined
    case benign
  }

  public init(verdict: Verdict, episodes: [Episode], hypotheses: [Hypothesis], unexplained: Double) {
    self.verdict = verdict
    self.episodes = episodes
    self.hypotheses = hypotheses
    self.unexplained = unexplained
    start = episodes.map(\.start).min() ?? WindowsTime(ticks: 0)
    end = episodes.map(\.end).max() ?? WindowsTime(ticks: 0)
    clients = []
    triggers = []
    collectNext = []
  }
}

/// A cause weighed against an incident.
public struct Hypothesis: Sendable, Hashable {
  public var cause: String
  public var title: String
  public var outcome: Outcome
  /// A probability over all causes and "something else".
  public var confidence: Double
  public var evidence: [Evidence]
  /// Logs whose absence leaves it open, as `host: channel`.
  public var missing: [String]

  public enum Outcome: String, Sendable, Hashable {
    case matched
    case undetermined
    case ruledOut = "ruled-out"
  }

  /// One event (or one proven absence, without event) for or against.
  public struct Evidence: Sendable, Hashable {
    public var signal: String
    public var supports: Bool
    /// Our words for what it shows.
    public var note: String
    public var member: Episode.Member?

    public init(signal: String, supports: Bool, note: String, member: Episode.Member?) {
      self.signal = signal
      self.supports = supports
      self.note = note
      self.member = member
    }
  }

  public init(
    cause: String, title: String, outcome: Outcome, confidence: Double, evidence: [Evidence] = [],
    missing: [String] = []
  ) {
    self.cause = cause
    self.title = title
    self.outcome = outcome
    self.confidence = confidence
    self.evidence = evidence
    self.missing = missing
  }
}

/// A log not supplied that would help most.
public struct CollectNext: Sendable, Hashable {
  public var host: String
  public var channel: String
  public var reason: String
  public var command: String

  public init(host: String, channel: String, reason: String, command: String) {
    self.host = host
    self.channel = channel
    self.reason = reason
    self.command = command
  }
}
