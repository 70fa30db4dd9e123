public import EventSignals

/// One root cause as data: what proves it, what speaks against it, what to do.
///
/// The file `causes/<family>/<id>.yml`; `docs/adding-a-cause.md` explains every key.
public struct CauseRule: Sendable, Codable, Hashable {
  /// A canonical cause id.
  public var id: String
  public var title: String
  /// The folder it lies in.
  public var family: String
  /// One paragraph: the mechanism.
  public var explanation: String
  /// The phase in which a connection fails by it; nil when it can be any.
  public var phase: ConnectionPhase?
  /// Not a fault: an administrator would only ask about it (policy limit, own disconnect).
  public var benign: Bool?
  /// `policy-change`, `update-regression`: shown beside a cause, never alone.
  public var trigger: Bool?
  /// Benign and so ordinary that it makes no incident by itself: the user closed the window.
  public var quiet: Bool?
  /// Prior weight among all causes before any evidence; 1 is ordinary.
  public var prior: Double?
  /// Prior weights given the client's disconnect reason (decimal, as a string) instead of `prior`.
  public var priorByReason: [String: Double]?
  public var evidence: Evidence
  /// Safe first.
  public var remedies: [Remedy]
  /// How to see that it is fixed.
  public var confirmation: String
  public var references: [String]
  /// Advice found on the web about it, and what is right.
  public var folkAdvice: [FolkAdvice]?
  /// What to export when this cause stays undetermined.
  public var collect: [CollectRequest]?
  public var examples: [Example]?

  public struct Evidence: Sendable, Codable, Hashable {
    public var necessary: Necessary?
    public var supporting: [EvidenceItem]?
    public var excluding: [EvidenceItem]?
  }

  /// Matched when each of `all` and at least one of `any` is found; an empty list asks for nothing.
  public struct Necessary: Sendable, Codable, Hashable {
    public var any: [EvidenceItem]?
    public var all: [EvidenceItem]?
  }

  public struct Remedy: Sendable, Codable, Hashable {
    public var text: String
    public var risk: Risk
    public var command: String?

    /// What a step can cost.
    public enum Risk: String, Sendable, Codable, Hashable, CaseIterable {
      case none
      case low
      case serviceInterruption = "service-interruption"
      case securityDowngrade = "security-downgrade"
      case dataLoss = "data-loss"
    }
  }

  public struct FolkAdvice: Sendable, Codable, Hashable {
    public var claim: String
    public var answer: String
  }

  /// A log that would decide.
  public struct CollectRequest: Sendable, Codable, Hashable {
    public var role: HostRole
    public var channel: String
    public var reason: String
  }

  /// A timeline as the rule's own test: signals at offsets on hosts.
  public struct Example: Sendable, Codable, Hashable {
    public var title: String
    /// Whether this cause must come first and be matched; otherwise no incident may name it.
    public var matches: Bool
    public var events: [TimelineEvent]
  }

  /// One event of an example timeline.
  public struct TimelineEvent: Sendable, Codable, Hashable {
    /// Seconds from the start.
    public var at: Double
    public var host: HostRole
    public var signal: String
    public var fields: [String: String]?
    /// Events with the same label share an ActivityID.
    public var activity: String?
  }
}
