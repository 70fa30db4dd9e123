/// A Sigma detection rule that names one event: what it looks like and what it means.
///
/// The file `signals/<provider>/<name>.yml`. Its keys are those of Sigma specification 2, and one more,
/// `faultline`, which says what part the event plays (see `Meaning`).
public struct SignalRule: Sendable, Hashable {
  /// The name under which causes ask for it, equal to the file's: lower-case words joined by `-`.
  public let name: String
  public let title: String
  /// A UUID, as Sigma demands.
  public let id: String
  /// `stable`, `test`, `experimental`, `deprecated` or `unsupported`.
  public let status: String?
  public let description: String?
  public let references: [String]
  /// Sigma's logsource: category, product, service, each where given.
  public let logSource: [String: String]
  public let detection: Detection
  /// `informational`, `low`, `medium`, `high` or `critical`.
  public let level: String?
  public let meaning: Meaning
  /// Which records can match at all.
  public let scope: SignalScope
  /// The whole document as authored.
  public let document: RuleValue

  /// The key `faultline`: what the event is to Faultline.
  public struct Meaning: Sendable, Hashable {
    public let role: SignalRole
    public let proves: HostRole?
    public let phase: ConnectionPhase?
    public let standsAlone: Bool
    /// Whether the event matters only beside signals of other rules; far from them in time it is left out.
    public let supports: Bool
    /// Whether it is only for events of its providers whose ids no other rule names.
    public let otherwise: Bool
    public let logged: Logged
    /// The channel it is logged in, where that is known.
    public let channel: String?
    public let summary: SummaryTemplate
    /// Canonical field to the record's names for it; the first that has a value is taken.
    public let fields: [SignalField: [FieldSource]]
    /// Whole `<Event>` texts that must match, and that must not.
    public let matchExamples: [String]
    public let ignoreExamples: [String]
  }

  /// What Windows needs to log the event at all; its absence proves nothing otherwise.
  public enum Logged: String, Sendable, Hashable, CaseIterable {
    /// Always.
    case always = "default"
    /// When an audit policy asks for it.
    case audit
    /// When a channel or a registry value switches it on.
    case setting
  }

  /// Two are equal when their documents are.
  public static func == (left: SignalRule, right: SignalRule) -> Bool { left.document == right.document }

  public func hash(into hasher: inout Hasher) { hasher.combine(document) }
}

extension SignalRule: Codable {
  /// Reads a rule from the JSON its YAML becomes; throws `SignalRuleError` besides the decoder's own errors.
  public init(from decoder: any Decoder) throws {
    self = try SignalRule(RuleValue(from: decoder))
  }

  /// Writes the document as authored.
  public func encode(to encoder: any Encoder) throws { try document.encode(to: encoder) }
}
