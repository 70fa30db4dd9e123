import EventSignals

/// Ties the clock of a machine that decides for others (a domain controller, a broker, a licence server) to theirs:
/// the same accounts, refused in the same rhythm.
struct AuthorityTies {
  private(set) var edges: [ClockEdge] = []

  /// Says less than any connection that two machines saw, so that it only ties what nothing else does.
  private static let ceiling = 1.9
  /// So many refusals have to agree; a single one fits any shift.
  private static let enough = 2
  /// How much worse the next best shift has to be.
  private static let margin = 0.6
  /// Within this a controller answers, in seconds; more is another rhythm.
  private static let agreement = 0.6

  /// A single refusal ties clocks that may be so far apart, in seconds, where nothing else of its kind is there.
  private static let single = 400.0

  /// What one refusal says.
  private struct Refusal {
    var host: Int
    var moment: Double
    var callers: [NetworkName]
  }

  /// Refusals that may be one: of a kind, and of an account where they name one.
  private struct Matter: Hashable {
    var role: SignalRole
    var user: String
  }

  private struct Pair: Hashable {
    var host: Int
    var authority: Int
  }

  /// O(n log n) in the refusals but for those of one account, which are compared with each other.
  init(_ signals: [PlacedSignal]) {
    var own: [Matter: [Refusal]] = [:]
    var vouched: [Matter: [Refusal]] = [:]
    for placed in signals {
      guard let matter = Self.matter(of: placed) else { continue }
      let callers = [placed.signal[.workstation], placed.signal[.peer]].compactMap { NetworkName($0) }
      let refusal = Refusal(host: placed.host, moment: placed.moment, callers: callers)
      if Self.isOfAuthority(placed) {
        vouched[matter, default: []].append(refusal)
      } else {
        own[matter, default: []].append(refusal)
      }
    }
    var candidates: [Pair: [Alignment.Candidate]] = [:]
    var number = 0
    var isRare: Set<Pair> = []
    for matter in vouched.keys.sorted(by: { ($0.role.rawValue, $0.user) < ($1.role.rawValue, $1.user) }) {
      let (left, right) = (own[matter] ?? [], vouched[matter] ?? [])
      // Guessing in thousands shows no rhythm of its own and costs the square of it.
      guard left.count * right.count <= Alignment.limit / 10 else { continue }
      for (position, one) in left.enumerated() {
        for (place, other) in right.enumerated() where one.host != other.host {
          guard abs(other.moment - one.moment) <= Shift.limit,
            let weight = Self.weight(one.callers, other.callers)
          else { continue }
          let pair = Pair(host: one.host, authority: other.host)
          // Passwords are mistyped all day; a broker does not refuse somebody twice for two reasons.
          if matter.role == .brokerFailed, left.count == 1, right.count == 1 { isRare.insert(pair) }
          candidates[pair, default: []].append(
            .init(
              left: number + position, right: number + place, shift: other.moment - one.moment, weight: weight
            ))
        }
      }
      number += max(left.count, right.count)
    }
    for pair in candidates.keys.sorted(by: { ($0.host, $0.authority) < ($1.host, $1.authority) }) {
      if let edge = Self.edge(pair, candidates[pair] ?? [], mayBeSingle: isRare.contains(pair)) {
        edges.append(edge)
      }
    }
  }

  /// The kind of a refusal that one machine asks for and another decides; nil for anything else.
  private static func matter(of placed: PlacedSignal) -> Matter? {
    let user = AccountName(placed.signal[.user])?.text
    switch placed.role {
    case .authenticationFailed where placed.provider.contains(.security): break
    case .brokerFailed where placed.proves != nil: break
    case .licenseFailed where placed.proves != nil: return Matter(role: placed.role, user: user ?? "")
    default: return nil
    }
    return user.map { Matter(role: placed.role, user: $0) }
  }

  /// Whether the machine decided; what a domain controller vouched for has no logon type.
  private static func isOfAuthority(_ placed: PlacedSignal) -> Bool {
    placed.role == .authenticationFailed
      ? placed.signal[.logonType] == nil : placed.proves == .broker || placed.proves == .licenseServer
  }

  private static func edge(_ pair: Pair, _ candidates: [Alignment.Candidate], mayBeSingle: Bool) -> ClockEdge?
  {
    let found = Alignment.hypotheses(candidates, prior: Shift.prior)
    guard let first = found.first, first.spread <= agreement else { return nil }
    guard first.pairs.count >= enough || (mayBeSingle && abs(first.shift) <= single) else { return nil }
    if let next = found.dropFirst().first, first.score - next.score < margin { return nil }
    return ClockEdge(
      from: pair.host, to: pair.authority, shift: first.shift, spread: first.spread,
      pairs: first.pairs.count, score: min(first.score, ceiling))
  }

  /// Nil when the two name different callers.
  private static func weight(_ one: [NetworkName], _ other: [NetworkName]) -> Double? {
    var weight = 1.0
    for name in one {
      for second in other where name.isAddress == second.isAddress {
        guard name == second || name.short == second.short else { return nil }
        weight = 1.5
      }
    }
    return weight
  }
}
