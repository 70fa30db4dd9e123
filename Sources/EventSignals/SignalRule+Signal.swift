extension SignalRule {
  /// The signal of an event that matches.
  func signal(for event: EventReference, activityID: String?, fields record: RecordFields) -> Signal {
    var values = SignalFields()
    for (field, sources) in meaning.fields {
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
    let bracketed = value.hasPrefix("[")
    let body = bracketed ? value.dropFirst() : value[...]
    guard body.lowercased().hasPrefix("::ffff:"), body.contains(".") else { return value }
    let plain = body.dropFirst(7)
    return bracketed ? plain.filter { $0 != "]" } : String(plain)
  }

  /// `CONTOSO\alice` as domain and user, unless the event names the domain itself.
  private static func splitAccount(_ values: inout SignalFields) {
    guard let user = values[.user], let slash = user.firstIndex(of: "\\") else { return }
    let domain = user[..<slash]
    let account = user[user.index(after: slash)...]
    guard !account.isEmpty else { return }
    values[.user] = String(account)
    if values[.domain] == nil, !domain.isEmpty { values[.domain] = String(domain) }
  }
}
