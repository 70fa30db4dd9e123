import EventCorrelation
import EventSignals

/// Adds up the evidence of one cause; on each side an event counts once, for the first item that claims it.
struct EvidenceTally {
  private(set) var score = 0.0
  private(set) var supporting: [Hypothesis.Evidence] = []
  private(set) var against: [Hypothesis.Evidence] = []
  private var counted: Set<EventReference> = []
  private var countedAgainst: Set<EventReference> = []

  /// Takes what was found for an item and hands the finding back.
  mutating func take(
    _ prepared: PreparedItem, _ finding: EvidenceFinding, against isAgainst: Bool = false
  ) -> EvidenceFinding {
    guard case .found(let members) = finding else { return finding }
    let fresh = members.filter {
      !(isAgainst ? countedAgainst : counted).contains($0.signal.event)
    }
    if members.isEmpty || !fresh.isEmpty {
      let weight = prepared.item.weight
      score += isAgainst ? -abs(weight) : weight
    }
    for member in fresh {
      if isAgainst { countedAgainst.insert(member.signal.event) } else { counted.insert(member.signal.event) }
    }
    let signal = prepared.rules.first ?? prepared.item.signals.first ?? ""
    let entries =
      members.isEmpty
      ? [Hypothesis.Evidence(signal: signal, supports: !isAgainst, note: prepared.note, member: nil)]
      : fresh.map {
        Hypothesis.Evidence(signal: $0.signal.rule, supports: !isAgainst, note: prepared.note, member: $0)
      }
    if isAgainst { against += entries } else { supporting += entries }
    return finding
  }
}
