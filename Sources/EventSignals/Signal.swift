/// One event matching a named pattern: what it means, with the fields that tie it to others.
public struct Signal: Sendable, Hashable, Codable {
  /// The id (file name) of the rule that matched, such as `client-1026-disconnected`.
  public var rule: String
  public var role: SignalRole
  /// Which kind of machine logs this, as far as the rule proves it.
  public var proves: HostRole?
  /// The phase of a connection the event shows reached, or failing.
  public var phase: ConnectionPhase?
  /// Whether the event stands for a fault of its host even where no attempt is in the logs.
  public var standsAlone: Bool
  public var event: EventReference
  /// System/Correlation/@ActivityID, lower case with braces.
  public var activityID: String?
  /// Canonical field (see `SignalField`) to value as logged, blanks trimmed; absent and `-` left out.
  public var fields: [SignalField: String]
  /// Our one-line meaning of the event with its values filled in; never a rendered message.
  public var summary: String

  public init(
    rule: String, role: SignalRole, proves: HostRole? = nil, phase: ConnectionPhase? = nil,
    standsAlone: Bool = false, event: EventReference, activityID: String? = nil,
    fields: [SignalField: String] = [:], summary: String = ""
  ) {
    self.rule = rule
    self.role = role
    self.proves = proves
    self.phase = phase
    self.standsAlone = standsAlone
    self.event = event
    self.activityID = activityID
    self.fields = fields
    self.summary = summary
  }

  /// A field's value, or nil.
  public subscript(field: SignalField) -> String? { fields[field] }
}
