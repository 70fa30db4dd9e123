import EventSignals

/// A cause with everything about its items worked out once, before any episode is looked at.
struct PreparedCause: Sendable {
  let rule: CauseRule
  let necessaryAll: [PreparedItem]
  let necessaryAny: [PreparedItem]
  let supporting: [PreparedItem]
  let excluding: [PreparedItem]

  /// `ids` are the keys of `origins`, sorted.
  init(_ rule: CauseRule, ids: [String], origins: [String: SignalOrigin]) {
    self.rule = rule
    func prepare(_ items: [EvidenceItem]?) -> [PreparedItem] {
      (items ?? []).map { PreparedItem($0, ids: ids, origins: origins) }
    }
    necessaryAll = prepare(rule.evidence.necessary?.all)
    necessaryAny = prepare(rule.evidence.necessary?.any)
    supporting = prepare(rule.evidence.supporting)
    excluding = prepare(rule.evidence.excluding)
  }
}

/// An evidence item with its patterns resolved against the signal rules there are.
struct PreparedItem: Sendable {
  let item: EvidenceItem
  let condition: FieldCondition
  /// Signal ids it accepts.
  let rules: [String]
  /// Signal ids after which a state no longer holds.
  let cancelling: [String]
  /// Where each of `rules` is logged, in the same order.
  let origins: [SignalOrigin?]
  /// The channels of `origins` in lower case, empty where there is none.
  let channels: [String]

  init(_ item: EvidenceItem, ids: [String], origins: [String: SignalOrigin]) {
    self.item = item
    condition = FieldCondition(item.where ?? [:])
    func resolve(_ patterns: [String]) -> [String] {
      patterns.flatMap { pattern in
        guard pattern.hasSuffix("*") else { return [pattern] }
        let prefix = pattern.dropLast()
        // Texts with a prefix stand together in a sorted list.
        return Array(ids[ids.firstIndex(atOrAfter: prefix) { $0[...] }...].prefix { $0.hasPrefix(prefix) })
      }
    }
    rules = resolve(item.signals)
    cancelling = resolve(item.unless ?? [])
    self.origins = rules.map { origins[$0] }
    channels = self.origins.map { $0?.channel.lowercased() ?? "" }
  }

  /// What the item shows, in our words.
  var note: String {
    item.note ?? origins.compactMap { $0?.title }.first ?? item.signals.joined(separator: ", ")
  }
}
