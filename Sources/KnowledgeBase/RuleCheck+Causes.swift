public import Diagnosis
internal import EventSignals

extension RuleCheck {
  /// What is wrong with a cause.
  public func problems(_ cause: CauseRule) -> [String] {
    var found: [String] = []
    func expect(_ holds: Bool, _ message: String) { if !holds { found.append(message) } }
    expect(
      isKnown(cause), "`id` must be one of the canonical ids, or a new one of lower-case words joined by `-`")
    expect(cause.title.count >= 8, "`title` should say in a few words what is wrong")
    expect(cause.explanation.count >= 60, "`explanation` should describe the mechanism in a few sentences")
    expect(!cause.confirmation.isEmpty, "`confirmation` should say how to see that it is fixed")
    expect(!cause.references.isEmpty, "`references` needs a source")
    expect(cause.prior.map { $0 > 0 && $0 <= 100 } ?? true, "`prior` must lie above 0 and up to 100")
    for (reason, weight) in (cause.priorByReason ?? [:]).sorted(by: { $0.key < $1.key }) {
      expect(UInt32(reason) != nil, "`priorByReason` takes decimal disconnect reasons; `\(reason)` is none")
      expect(weight > 0 && weight <= 100, "`priorByReason.\(reason)` must lie above 0 and up to 100")
    }
    found += evidence(cause) + remedies(cause) + examples(cause)
    for request in cause.collect ?? [] {
      expect(!request.channel.isEmpty && !request.reason.isEmpty, "`collect` needs a channel and a reason")
    }
    return found
  }

  private func isKnown(_ cause: CauseRule) -> Bool {
    if base.names.contains(cause.id) { return true }
    let place = base.places[.init(kind: .cause, id: cause.id)]
    return place?.folder != nil
      && cause.id.utf8.allSatisfy {
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || $0 == UInt8(ascii: "-")
      }
  }

  private func evidence(_ cause: CauseRule) -> [String] {
    let necessary = cause.evidence.necessary
    let lists: [(String, [EvidenceItem]?)] = [
      ("necessary.all", necessary?.all), ("necessary.any", necessary?.any),
      ("supporting", cause.evidence.supporting), ("excluding", cause.evidence.excluding),
    ]
    var found: [String] = []
    for (name, items) in lists {
      for (index, item) in (items ?? []).enumerated() {
        found += problems(item, excludes: name == "excluding").map { "`evidence.\(name)[\(index)]`: \($0)" }
      }
    }
    if lists.allSatisfy({ $0.1?.isEmpty ?? true }) { found.append("`evidence` names nothing to look for") }
    return found
  }

  private func problems(_ item: EvidenceItem, excludes: Bool) -> [String] {
    var found: [String] = []
    if item.signals.isEmpty { found.append("`signals` is empty") }
    for pattern in item.signals + (item.unless ?? []) where matching(pattern).isEmpty {
      found.append("there is no signal `\(pattern)`")
    }
    if !item.weight.isFinite || item.weight == 0 || abs(item.weight) > Self.weightLimit {
      found.append("`weight` must lie between 0 and \(Self.weightLimit), 0 left out")
    } else if item.weight < 0, !excludes {
      found.append("`weight` is negative; what speaks against a cause belongs under `excluding`")
    }
    for (key, window) in [("before", item.before), ("after", item.after)] {
      if let window, !(0...Self.windowLimit).contains(window) {
        found.append("`\(key)` must lie between 0 and a year in seconds")
      }
    }
    if let count = item.atLeast, !(1...100_000).contains(count) {
      found.append("`atLeast` must be 1 or more")
    }
    let given = Set(item.signals.flatMap(matching).flatMap { fieldsOfSignal[$0] ?? [] })
    for key in (item.where ?? [:]).keys.sorted() {
      guard let field = SignalField(rawValue: key) else {
        found.append("`where.\(key)` is not a canonical field")
        continue
      }
      if !given.contains(field) { found.append("`where.\(key)`: none of the signals gives that field") }
    }
    return found
  }

  /// Names of signals a pattern stands for.
  private func matching(_ pattern: String) -> [String] {
    guard pattern.hasSuffix("*") else { return fieldsOfSignal[pattern] == nil ? [] : [pattern] }
    return names.filter { $0.hasPrefix(pattern.dropLast()) }
  }

  private func remedies(_ cause: CauseRule) -> [String] {
    guard let first = cause.remedies.first else { return ["`remedies` is empty"] }
    var found: [String] = []
    if first.risk != .none && first.risk != .low {
      found.append("the first remedy must be free of risk or nearly so, not `\(first.risk.rawValue)`")
    }
    func grade(_ risk: CauseRule.Remedy.Risk) -> Int {
      switch risk {
      case .none, .low, .serviceInterruption: 0
      case .securityDowngrade: 1
      case .dataLoss: 2
      }
    }
    let grades = cause.remedies.map { grade($0.risk) }
    if grades != grades.sorted() {
      found.append("remedies that weaken security or lose data come after all others")
    }
    if cause.remedies.contains(where: { $0.text.isEmpty }) { found.append("a remedy has no text") }
    return found
  }

  private func examples(_ cause: CauseRule) -> [String] {
    var found: [String] = []
    let examples = cause.examples ?? []
    // A cause without necessary evidence stays a guess by design, and a trigger is never first.
    let necessary = (cause.evidence.necessary?.all ?? []) + (cause.evidence.necessary?.any ?? [])
    if !necessary.isEmpty, cause.trigger != true, !examples.contains(where: \.matches) {
      found.append("`examples` needs a timeline with `matches: true`")
    }
    if !examples.contains(where: { !$0.matches }) {
      found.append("`examples` needs a benign twin: a similar timeline with `matches: false`")
    }
    for (index, example) in examples.enumerated() {
      if example.events.isEmpty { found.append("`examples[\(index)]` has no events") }
      for event in example.events {
        guard let fields = fieldsOfSignal[event.signal] else {
          found.append("`examples[\(index)]`: there is no signal `\(event.signal)`")
          continue
        }
        for key in (event.fields ?? [:]).keys.sorted() {
          guard let field = SignalField(rawValue: key) else {
            found.append("`examples[\(index)]`: `\(key)` is not a canonical field")
            continue
          }
          // An account's domain is taken from in front of it where no field tells it.
          if !fields.contains(field), field != .domain || !fields.contains(.user) {
            found.append("`examples[\(index)]`: the signal `\(event.signal)` gives no field `\(key)`")
          }
        }
      }
    }
    return found
  }
}
