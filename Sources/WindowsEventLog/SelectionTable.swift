/// A `RecordSelection` made ready to be asked for every record by interned names.
///
/// Names and ids are looked at once each; after that a record costs an array access and a bit.
struct SelectionTable {
  private let selection: RecordSelection
  private let names: InternTable
  private var providers: [Answer?] = []
  private var channels: [Bool?] = []
  /// By provider like `providers`; nil where it has none.
  private var deciding: [DecidingFieldTable?] = []

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

  /// How much a wanted record matters, by a stretch of its text that holds its data.
  func interest(provider: Int, eventID: UInt32, in text: PaddedText, from start: Int, to end: Int)
    -> RecordInterest
  {
    guard provider < deciding.count, selection.channels.isEmpty, let table = deciding[provider] else {
      return .wanted
    }
    let interest = table.interest(eventID: eventID, in: text, from: start, to: end)
    return interest == .supporting && !selection.defersSupporting ? .wanted : interest
  }

  /// The same by the data of a record that was read; nothing is deferred then.
  func isOfInterest(provider: Int, eventID: UInt32, data: [EventRecord.DataItem]) -> Bool {
    guard provider < deciding.count, selection.channels.isEmpty, let table = deciding[provider] else {
      return true
    }
    return table.interest(eventID: eventID, in: data) != .none
  }

  /// The same by names.
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
      deciding.append(nil)
    }
    if providers[name] == nil {
      let text = names.string(name)
      providers[name] = prepare(text)
      deciding[name] = selection.deciding[text.lowercased()].map { DecidingFieldTable($0) }
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

  private mutating func isWhole(_ name: Int) -> Bool {
    while channels.count <= name { channels.append(nil) }
    if let known = channels[name] { return known }
    let answer = selection.channels.contains(names.string(name).lowercased())
    channels[name] = answer
    return answer
  }
}
