import EventCorrelation
import EventSignals

/// One cause weighed against the episodes of one incident, before it is compared with the others.
struct CauseAssessment {
  let cause: PreparedCause
  var outcome: Hypothesis.Outcome
  /// Log prior, given the disconnect code.
  let prior: Double
  /// Log prior plus the weights of the evidence found.
  var score: Double
  var evidence: [Hypothesis.Evidence]
  var missing: [String]
  /// Whether anything about this incident points at the cause: evidence, or the disconnect code.
  var plausible: Bool

  /// What is needed and weighs no more only says that there was a connection at all.
  static let preconditionWeight = 0.2

  /// An excluding item at or below this weight rules its cause out.
  static let ruledOutWeight = -6.0

  /// `phase` is the furthest that is proven; an attempt that `neverArrived` was given up by a gateway, and where the
  /// code tells of a `laterLeg` the phase is that of an earlier one.
  init(
    _ cause: PreparedCause, search: EvidenceSearch, reason: UInt32?, phase: ConnectionPhase?,
    neverArrived: Bool = false, laterLeg: Bool = false
  ) {
    self.cause = cause
    let given = Self.prior(of: cause.rule, reason: reason)
    prior = given.log
    score = given.log
    plausible = given.byReason
    evidence = []
    missing = []
    var tally = EvidenceTally()

    var satisfied = true
    var pointsHere = false
    // Why it cannot be: notes on what should be there and is not.
    var refutations: [Hypothesis.Evidence] = []
    // An event that one of several proofs and a mere condition both name counts as the proof.
    if !cause.necessaryAny.isEmpty {
      var found = false
      var open = false
      for item in cause.necessaryAny {
        switch tally.take(item, search.finding(for: item)) {
        case .found:
          found = true
          pointsHere = true
        case .absent: break
        case .unknown(let logs):
          open = true
          missing += logs
        }
      }
      if !found {
        satisfied = false
        if !open, let first = cause.necessaryAny.first {
          refutations.append(Self.refutation(first, Self.notThere + first.note))
        }
      }
    }
    for item in cause.necessaryAll {
      switch tally.take(item, search.finding(for: item)) {
      case .found: pointsHere = pointsHere || item.item.weight > Self.preconditionWeight
      case .absent:
        satisfied = false
        refutations.append(Self.refutation(item, Self.notThere + item.note))
      case .unknown(let logs):
        satisfied = false
        missing += logs
      }
    }
    if cause.necessaryAll.isEmpty && cause.necessaryAny.isEmpty { satisfied = false }

    for item in cause.supporting {
      if case .found = tally.take(item, search.finding(for: item)) { pointsHere = true }
    }
    var excluded = false
    for item in cause.excluding {
      if case .found = tally.take(item, search.finding(for: item), against: true),
        item.item.weight <= Self.ruledOutWeight
      {
        excluded = true
      }
    }
    // A phase proven reached rules out what can only fail before it, unless the cause is proven itself: one of the
    // handshake or the logon by the attempt's own events, since it ends no session that stands.
    func speaks(_ isOwn: (Signal) -> Bool) -> Bool {
      tally.supporting.contains { $0.member.map { isOwn($0.signal) } ?? false }
    }
    if let own = cause.rule.phase, let phase, own < phase, !(laterLeg && given.byReason && !excluded),
      !satisfied || (own >= .tls && !speaks { search.holds($0.event) }),
      let first = cause.necessaryAny.first ?? cause.necessaryAll.first
    {
      satisfied = false
      refutations.append(Self.refutation(first, "The connection got further than this cause lets it."))
    }

    // What makes up a condition asks for a cause; what is not of it, nor of the machine itself, is of another matter.
    if satisfied, search.isOfConditions,
      !speaks({ search.holds($0.event) || Self.isOfMachine($0.role) })
    {
      satisfied = false
    }

    // What happens at the machine itself cannot have stopped what never came there.
    if neverArrived, let own = cause.rule.phase, own > .tcp, own != .end, cause.rule.family != Self.gateways,
      let first = cause.necessaryAny.first ?? cause.necessaryAll.first
    {
      excluded = true
      refutations.append(Self.refutation(first, "The gateway never got through to the machine."))
    }

    score += tally.score
    evidence = tally.supporting + tally.against
    plausible = plausible || pointsHere
    if excluded || (!refutations.isEmpty && !satisfied) {
      outcome = .ruledOut
      evidence += refutations
      missing = []
    } else if satisfied {
      outcome = .matched
      missing = []
    } else {
      outcome = .undetermined
      var seen: Set<String> = []
      missing = missing.filter { seen.insert($0).inserted }
    }
  }

  private static func isOfMachine(_ role: SignalRole) -> Bool { role.concernsHost && role != .accountChanged }

  /// The family of causes that lie at the gateway itself.
  private static let gateways = "gateway"

  /// How the note of something that a covering log does not hold begins.
  private static let notThere = "The logs cover the moment and do not hold this: "

  private static func refutation(_ item: PreparedItem, _ note: String) -> Hypothesis.Evidence {
    .init(signal: item.rules.first ?? item.item.signals.first ?? "", supports: false, note: note, member: nil)
  }

  private static func prior(of rule: CauseRule, reason: UInt32?) -> (log: Double, byReason: Bool) {
    if let reason, let own = rule.priorByReason?[String(reason)], own > 0 {
      return (Probability.logarithm(own), true)
    }
    return (Probability.logarithm(max(rule.prior ?? 1, 0.000_1)), false)
  }
}
