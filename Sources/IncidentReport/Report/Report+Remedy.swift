public import Diagnosis

extension Report {
  /// One step of the repair.
  public struct Remedy: Sendable, Hashable {
    /// From 1.
    public var order: Int
    public var risk: CauseRule.Remedy.Risk
    /// Such as "no risk", "interrupts service".
    public var riskText: String
    public var text: String
    public var command: String?
    /// The cause it mends; of an undetermined incident, the guess it would test.
    public var cause: String

    public init(
      order: Int, risk: CauseRule.Remedy.Risk, riskText: String, text: String, command: String?,
      cause: String
    ) {
      self.order = order
      self.risk = risk
      self.riskText = riskText
      self.text = text
      self.command = command
      self.cause = cause
    }
  }

  /// A log worth exporting next.
  public struct CollectStep: Sendable, Hashable {
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

  /// Advice found on the web, and what is right.
  public struct FolkAdvice: Sendable, Hashable {
    public var claim: String
    public var answer: String

    public init(claim: String, answer: String) {
      self.claim = claim
      self.answer = answer
    }
  }

  /// A policy change or update between the last success and the first failure.
  public struct Trigger: Sendable, Hashable {
    public var cause: String
    public var title: String

    public init(cause: String, title: String) {
      self.cause = cause
      self.title = title
    }
  }
}
