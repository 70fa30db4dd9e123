public import WindowsEventLog

/// Turns records into signals by every rule that matches.
///
/// Rules are indexed by provider and event id, so a record is compared with the few that can match.
public struct SignalMatcher: Sendable {
  /// Rules that can match a provider's events: by id, and those for any id; indices ascend.
  private struct Entry: Sendable {
    var byID: [UInt32: [Int]] = [:]
    var anyID: [Int] = []
  }

  /// By name.
  public let rules: [SignalRule]
  /// By provider name in lower case.
  private var index: [String: Entry] = [:]

  /// Of several rules with one name the last counts.
  public init(rules: [SignalRule]) {
    var byName: [String: SignalRule] = [:]
    for rule in rules { byName[rule.name] = rule }
    self.rules = byName.values.sorted { $0.name < $1.name }
    for (number, rule) in self.rules.enumerated() {
      for provider in rule.scope.providers.map({ $0.lowercased() }) {
        if let ids = rule.scope.eventIDs {
          for id in ids { index[provider, default: Entry()].byID[id, default: []].append(number) }
        } else {
          index[provider, default: Entry()].anyID.append(number)
        }
      }
    }
  }

  /// What a reader has to read in full for these rules.
  public var selection: RecordSelection {
    RecordSelection(
      providers: index.mapValues { $0.anyID.isEmpty ? .some(Set($0.byID.keys)) : .all })
  }

  /// The signals a record gives, in the order of the rules' names.
  ///
  /// A record without a readable time gives none, since nothing could be said of its place among others.
  public func signals(in record: EventRecord, at location: RecordLocation, source: String) -> [Signal] {
    guard let time = record.time else { return [] }
    let candidates = candidates(for: record)
    guard !candidates.isEmpty else { return [] }
    let fields = RecordFields(record)
    var signals: [Signal] = []
    for number in candidates where rules[number].detection.matches(fields) {
      let event = EventReference(
        source: source, offset: location.offset, computer: record.computer, channel: record.channel,
        provider: record.provider, eventID: record.eventID, recordID: record.recordID, rawTime: time)
      signals.append(rules[number].signal(for: event, activityID: record.activityID, fields: fields))
    }
    return signals
  }

  /// Indices of the rules whose scope a record lies in, ascending.
  private func candidates(for record: EventRecord) -> [Int] {
    let named = candidates(provider: record.provider, id: record.eventID)
    guard let source = record.eventSourceName, source.lowercased() != record.provider.lowercased() else {
      return named
    }
    let sourced = candidates(provider: source, id: record.eventID)
    if sourced.isEmpty { return named }
    return named.isEmpty ? sourced : Set(named).union(sourced).sorted()
  }

  private func candidates(provider: String, id: UInt32) -> [Int] {
    guard let entry = index[provider.lowercased()] else { return [] }
    let exact = entry.byID[id] ?? []
    if entry.anyID.isEmpty { return exact }
    return exact.isEmpty ? entry.anyID : (exact + entry.anyID).sorted()
  }
}
