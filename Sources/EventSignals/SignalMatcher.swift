public import WindowsEventLog

/// Turns records into signals by every rule that matches.
///
/// Rules are indexed by provider and event id, so a record is compared with the few that can match.
public struct SignalMatcher: Sendable {
  /// Rules that can match a provider's events: by id, and those for any id; indices ascend.
  private struct Entry: Sendable {
    var byID: [UInt32: [Int]] = [:]
    var anyID: [Int] = []
    /// Rules for ids that no rule of `byID` names.
    var otherwise: [Int] = []
    /// For ids that many rules are about, where all rules name ids.
    var telling: [UInt32: TellingIndex] = [:]
  }

  /// By name.
  public let rules: [SignalRule]
  /// What records are compared with; like `rules`.
  private var prepared: [PreparedRule] = []
  /// By provider name in lower case.
  private var index: [String: Entry] = [:]
  /// By provider name as rules write it, which is how records mostly do.
  private var spelled: [String: Entry] = [:]

  /// Of several rules with one name the last counts.
  public init(rules: [SignalRule]) {
    var byName: [String: SignalRule] = [:]
    for rule in rules { byName[rule.name] = rule }
    // Names are sorted and not rules, which are large to move.
    self.rules = byName.keys.sorted().compactMap { byName[$0] }
    prepared = self.rules.map { PreparedRule($0, detection: $0.detection) }
    for (number, rule) in self.rules.enumerated() {
      for provider in rule.scope.providers.map({ $0.lowercased() }) {
        if rule.meaning.otherwise {
          index[provider, default: Entry()].otherwise.append(number)
        } else if let ids = rule.scope.eventIDs {
          for id in ids { index[provider, default: Entry()].byID[id, default: []].append(number) }
        } else {
          index[provider, default: Entry()].anyID.append(number)
        }
      }
    }
  }

  /// The same rules with those about one event indexed by the texts they ask for, and without what the index
  /// answers: worth its cost for whoever has records to match.
  public var indexed: SignalMatcher {
    var copy = self
    copy.prepared = rules.map { PreparedRule($0, detection: $0.detection.within($0.scope)) }
    copy.index = index.mapValues { entry in
      var entry = entry
      if entry.anyID.isEmpty {
        entry.telling = entry.byID.filter { $0.value.count >= TellingIndex.threshold }
          .mapValues { TellingIndex($0, of: rules) }
      }
      return entry
    }
    for provider in rules.flatMap(\.scope.providers) {
      copy.spelled[provider] = copy.index[provider.lowercased()]
    }
    return copy
  }

  /// What a reader has to read in full for these rules.
  public var selection: RecordSelection {
    RecordSelection(
      providers: index.mapValues {
        $0.anyID.isEmpty && $0.otherwise.isEmpty ? .some(Set($0.byID.keys)) : .all
      },
      deciding: index.mapValues { entry in
        entry.anyID.isEmpty ? entry.byID.compactMapValues { decidingField(of: $0) } : [:]
      },
      decidingTexts: index.mapValues { entry in
        entry.anyID.isEmpty
          ? entry.byID.compactMapValues { numbers in
            DecidingTexts.deciding(numbers.map { rules[$0].scope.texts })
          } : [:]
      })
  }

  /// What a reader has to read in full for the rules whose events matter only beside others.
  public var supportingSelection: RecordSelection {
    SignalMatcher(rules: rules.filter(\.meaning.supports)).selection
  }

  /// The one field whose number all of some rules ask for; nil when they have none in common.
  private func decidingField(of numbers: [Int]) -> DecidingField? {
    let asked = numbers.map { rules[$0].scope.numbers }
    guard let first = asked.first else { return nil }
    let common = first.keys.filter { name in asked.allSatisfy { $0[name] != nil } }
    guard let name = common.min() else { return nil }
    var field = DecidingField(name: name, wanted: [])
    for (number, bounds) in zip(numbers, asked) {
      if rules[number].meaning.supports {
        field.supporting.formUnion(bounds[name] ?? [])
      } else {
        field.wanted.formUnion(bounds[name] ?? [])
      }
    }
    return field
  }

  /// The signals a record gives, in the order of the rules' names.
  ///
  /// A record without a readable time gives none, since nothing could be said of its place among others.
  public func signals(in record: EventRecord, at location: RecordLocation, source: String) -> [Signal] {
    guard let time = record.time else { return [] }
    let fields = RecordFields(record)
    let candidates = candidates(for: record, fields)
    var signals: [Signal] = []
    for number in candidates where prepared[number].matches(fields) {
      let event = EventReference(
        source: source, offset: location.offset, computer: record.computer, channel: record.channel,
        provider: record.provider, eventID: record.eventID, recordID: record.recordID, rawTime: time)
      signals.append(prepared[number].signal(for: event, activityID: record.activityID, fields: fields))
    }
    return signals
  }

  /// Indices of the rules that can match a record, ascending.
  private func candidates(for record: EventRecord, _ fields: RecordFields) -> [Int] {
    let id = record.eventID
    let own = entry(of: record.provider)
    var found = own.map { candidates(in: $0, id: id, fields) } ?? []
    var isKnown = own?.byID[id] != nil
    var rest = own?.otherwise ?? []
    if let source = record.eventSourceName, let entry = entry(of: source),
      source.lowercased() != record.provider.lowercased()
    {
      found = Self.union(found, candidates(in: entry, id: id, fields))
      isKnown = isKnown || entry.byID[id] != nil
      rest = Self.union(rest, entry.otherwise)
    }
    return isKnown ? found : Self.union(found, rest)
  }

  private func entry(of provider: String) -> Entry? {
    spelled[provider] ?? index[provider.lowercased()]
  }

  private static func union(_ one: [Int], _ other: [Int]) -> [Int] {
    if other.isEmpty { return one }
    return one.isEmpty ? other : Set(one).union(other).sorted()
  }

  private func candidates(in entry: Entry, id: UInt32, _ fields: RecordFields) -> [Int] {
    if let telling = entry.telling[id] { return telling.candidates(in: fields) }
    let exact = entry.byID[id] ?? []
    if entry.anyID.isEmpty { return exact }
    return exact.isEmpty ? entry.anyID : (exact + entry.anyID).sorted()
  }
}
