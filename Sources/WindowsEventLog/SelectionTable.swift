/// A `RecordSelection` made ready to be asked for every record by interned names.
///
/// Names and ids are looked at once each; after that a record costs an array access and a bit.
struct SelectionTable {
  private let selection: RecordSelection
  private let names: InternTable
  private var providers: [Answer?] = []
  private var channels: [Bool?] = []
  /// By provider like `providers`; nil where it has none.
  private var decisions: [RecordDecisionTable?] = []

  private enum Answer {
    case none
    case all
    /// A bit for every id below 65,536.
    case bits([UInt64])
    case set(Set<UInt32>)
  }

  init(_ selection: RecordSelection, names: InternTable) {
    self.selection = selection
    self.names = names
  }

  var wantsEverything: Bool { selection.providers == nil }
  var checksEveryBody: Bool { selection.checksEveryBody }

  /// Whether a record is wanted, by the interned numbers of its names; nil for a name that is not interned.
  mutating func wants(provider: Int?, source: Int?, channel: Int?, eventID: UInt32) -> Bool {
    if wantsEverything { return true }
    if let provider, answer(provider, eventID) { return true }
    if let source, answer(source, eventID) { return true }
    guard !selection.channels.isEmpty, let channel else { return false }
    return isWhole(channel)
  }

  /// How much a wanted record matters: what the more eager of its names says.
  ///
  /// - Parameters:
  ///   - source: EventSourceName where the record has one.
  ///   - judge: Says it of a record about whose id something decides.
  @inline(__always)
  mutating func interest(
    provider: Int, source: Int?, eventID: UInt32, judge: (RecordDecision) -> RecordInterest
  ) -> RecordInterest {
    guard !wantsEverything, selection.channels.isEmpty else { return .wanted }
    var interest = RecordInterest.none
    if answer(provider, eventID) {
      guard let decision = decisions[provider]?[eventID] else { return .wanted }
      interest = judge(decision)
    }
    if let source, source != provider, interest != .wanted, answer(source, eventID) {
      guard let decision = decisions[source]?[eventID] else { return .wanted }
      interest = max(interest, judge(decision))
    }
    return interest == .supporting && !selection.defersSupporting ? .wanted : interest
  }

  /// Whether a record is wanted, by the names themselves.
  func wants(_ record: EventRecord) -> Bool {
    if wantsEverything { return true }
    for name in [record.provider, record.eventSourceName ?? ""] {
      switch selection.providers?[name.lowercased()] {
      case .some(.all): return true
      case .some(.some(let ids)): if ids.contains(record.eventID) { return true }
      case nil: break
      }
    }
    return selection.channels.contains(record.channel.lowercased())
  }

  private mutating func answer(_ name: Int, _ eventID: UInt32) -> Bool {
    while providers.count <= name {
      providers.append(nil)
      decisions.append(nil)
    }
    if providers[name] == nil {
      let text = names.string(name)
      providers[name] = prepare(text)
      decisions[name] = prepareDecisions(text.lowercased())
    }
    switch providers[name] {
    case .all: return true
    case .bits(let bits):
      let word = Int(eventID >> 6)
      return word < bits.count && bits[word] & 1 << UInt64(eventID & 63) != 0
    case .set(let ids): return ids.contains(eventID)
    case .none?, nil: return false
    }
  }

  private func prepare(_ name: String) -> Answer {
    switch selection.providers?[name.lowercased()] {
    case .some(.all): return .all
    case .some(.some(let ids)):
      guard let last = ids.max(), last < 65_536 else { return .set(ids) }
      var bits = [UInt64](repeating: 0, count: Int(last >> 6) + 1)
      for id in ids { bits[Int(id >> 6)] |= 1 << UInt64(id & 63) }
      return .bits(bits)
    case nil: return .none
    }
  }

  private func prepareDecisions(_ name: String) -> RecordDecisionTable? {
    let fields = selection.deciding[name] ?? [:]
    let texts = selection.decidingTexts[name] ?? [:]
    return fields.isEmpty && texts.isEmpty ? nil : RecordDecisionTable(fields, texts)
  }

  private mutating func isWhole(_ name: Int) -> Bool {
    while channels.count <= name { channels.append(nil) }
    if let known = channels[name] { return known }
    let answer = selection.channels.contains(names.string(name).lowercased())
    channels[name] = answer
    return answer
  }
}
