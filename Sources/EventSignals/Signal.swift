/// One event matching a named pattern: what it means, with the fields that tie it to others.
///
/// A value whose content is shared by its copies, since a site has millions and sorts them several times.
public struct Signal: Sendable, Hashable {
  private struct Content {
    var rule: String
    var role: SignalRole
    var proves: HostRole?
    var phase: ConnectionPhase?
    var standsAlone: Bool
    var event: EventReference
    var activityID: String?
    var fields: SignalFields
    var summary: Summary
  }

  /// Our line about the event: finished, or the rule with its template, which few signals ever need filled.
  private enum Summary: Sendable {
    case text(String)
    case template(PreparedRule)
  }

  private final class Body: Sendable {
    let content: Content
    init(_ content: Content) { self.content = content }
  }

  private var body: Body

  /// The id (file name) of the rule that matched, such as `client-1026-disconnected`.
  public var rule: String {
    get { body.content.rule }
    set { change { $0.rule = newValue } }
  }

  public var role: SignalRole { body.content.role }

  /// Which kind of machine logs this, as far as the rule proves it.
  public var proves: HostRole? { body.content.proves }

  /// The phase of a connection the event shows reached, or failing.
  public var phase: ConnectionPhase? { body.content.phase }

  /// Whether the event stands for a fault of its host even where no attempt is in the logs.
  public var standsAlone: Bool { body.content.standsAlone }

  public var event: EventReference {
    get { body.content.event }
    set { change { $0.event = newValue } }
  }

  /// System/Correlation/@ActivityID, lower case with braces.
  public var activityID: String? { body.content.activityID }

  /// Canonical field (see `SignalField`) to value as logged, blanks trimmed; absent and `-` left out.
  public var fields: SignalFields { body.content.fields }

  /// Our one-line meaning of the event with its values filled in; never a rendered message.
  public var summary: String {
    get {
      switch body.content.summary {
      case .text(let text): text
      case .template(let rule): rule.summary.filled(with: body.content.fields)
      }
    }
    set { change { $0.summary = .text(newValue) } }
  }

  public init(
    rule: String, role: SignalRole, proves: HostRole? = nil, phase: ConnectionPhase? = nil,
    standsAlone: Bool = false, event: EventReference, activityID: String? = nil,
    fields: SignalFields = [:], summary: String = ""
  ) {
    body = Body(
      Content(
        rule: rule, role: role, proves: proves, phase: phase, standsAlone: standsAlone, event: event,
        activityID: activityID, fields: fields, summary: .text(summary)))
  }

  /// A signal as a rule makes it.
  init(
    _ rule: PreparedRule, event: EventReference, activityID: String?, fields: SignalFields
  ) {
    body = Body(
      Content(
        rule: rule.name, role: rule.role, proves: rule.proves, phase: rule.phase,
        standsAlone: rule.standsAlone, event: event, activityID: activityID, fields: fields,
        summary: .template(rule)))
  }

  /// A field's value, or nil.
  public subscript(field: SignalField) -> String? { body.content.fields[field] }

  private mutating func change(_ edit: (inout Content) -> Void) {
    var content = body.content
    edit(&content)
    body = Body(content)
  }

  /// Equal when they say the same; a summary counts by its words.
  public static func == (left: Signal, right: Signal) -> Bool {
    if left.body === right.body { return true }
    let (one, other) = (left.body.content, right.body.content)
    return one.event == other.event && one.rule == other.rule && one.role == other.role
      && one.proves == other.proves && one.phase == other.phase && one.standsAlone == other.standsAlone
      && one.activityID == other.activityID && one.fields == other.fields && left.summary == right.summary
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(event)
    hasher.combine(rule)
  }
}

extension Signal: Codable {
  private enum CodingKeys: CodingKey {
    case rule, role, proves, phase, standsAlone, event, activityID, fields, summary
  }

  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    self.init(
      rule: try values.decode(String.self, forKey: .rule),
      role: try values.decode(SignalRole.self, forKey: .role),
      proves: try values.decodeIfPresent(HostRole.self, forKey: .proves),
      phase: try values.decodeIfPresent(ConnectionPhase.self, forKey: .phase),
      standsAlone: try values.decode(Bool.self, forKey: .standsAlone),
      event: try values.decode(EventReference.self, forKey: .event),
      activityID: try values.decodeIfPresent(String.self, forKey: .activityID),
      fields: try values.decode(SignalFields.self, forKey: .fields),
      summary: try values.decode(String.self, forKey: .summary))
  }

  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(rule, forKey: .rule)
    try values.encode(role, forKey: .role)
    try values.encodeIfPresent(proves, forKey: .proves)
    try values.encodeIfPresent(phase, forKey: .phase)
    try values.encode(standsAlone, forKey: .standsAlone)
    try values.encode(event, forKey: .event)
    try values.encodeIfPresent(activityID, forKey: .activityID)
    try values.encode(fields, forKey: .fields)
    try values.encode(summary, forKey: .summary)
  }
}
