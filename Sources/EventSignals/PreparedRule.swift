/// What the matching of records needs of a rule, behind one reference: rules are large, and records many.
final class PreparedRule: Sendable {
  let name: String
  let role: SignalRole
  let proves: HostRole?
  let phase: ConnectionPhase?
  let standsAlone: Bool
  let summary: SummaryTemplate
  private let searches: [Search]
  private let condition: Condition
  /// In the order of the fields' names.
  private let fields: [(field: SignalField, sources: [FieldSource])]

  /// `detection` is the rule's, or what is left of it for records found by provider and event id.
  init(_ rule: SignalRule, detection: Detection) {
    name = rule.name
    role = rule.meaning.role
    proves = rule.meaning.proves
    phase = rule.meaning.phase
    standsAlone = rule.meaning.standsAlone
    summary = rule.meaning.summary
    searches = detection.searches
    condition = detection.condition
    fields = rule.meaning.fields.sorted { $0.key.rawValue < $1.key.rawValue }
      .map { (field: $0.key, sources: $0.value) }
  }

  /// Whether a record is what its detection looks for.
  func matches(_ record: RecordFields) -> Bool {
    condition.holds { searches[$0].matches(record) }
  }

  /// The signal of an event that matches.
  func signal(for event: EventReference, activityID: String?, fields record: RecordFields) -> Signal {
    var values = SignalFields()
    for (field, sources) in fields {
      for source in sources {
        if let value = source.value(in: record) {
          values[field] = field == .peer || field == .address ? Self.address(value) : value
          break
        }
      }
    }
    Self.splitAccount(&values)
    return Signal(self, event: event, activityID: activityID, fields: values)
  }

  /// An IPv4 address without the `::ffff:` that a dual-stack socket puts before it.
  private static func address(_ value: String) -> String {
    guard value.utf8.contains(UInt8(ascii: ":")) else { return value }
    let bracketed = value.hasPrefix("[")
    let body = bracketed ? value.dropFirst() : value[...]
    guard body.lowercased().hasPrefix("::ffff:"), body.contains(".") else { return value }
    let plain = body.dropFirst(7)
    return bracketed ? plain.filter { $0 != "]" } : String(plain)
  }

  /// `CONTOSO\alice` as domain and user, unless the event names the domain itself.
  private static func splitAccount(_ values: inout SignalFields) {
    guard let user = values[.user], let slash = user.utf8.firstIndex(of: UInt8(ascii: "\\")) else { return }
    let domain = user[..<slash]
    let account = user[user.utf8.index(after: slash)...]
    guard !account.isEmpty else { return }
    values[.user] = String(account)
    if values[.domain] == nil, !domain.isEmpty { values[.domain] = String(domain) }
  }
}
