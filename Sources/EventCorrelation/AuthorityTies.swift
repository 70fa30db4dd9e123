import EventSignals

/// Ties the clock of a machine that vouches for others' logons (a domain controller) to theirs: the same
/// accounts, refused in the same rhythm.
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

  /// What one refusal says.
  private struct Refusal {
    var host: Int
    var moment: Double
    var user: AccountName
    var callers: [NetworkName]
  }

  private struct Pair: Hashable {
    var host: Int
    var authority: Int
  }

  /// O(n log n) in the refusals but for those of one account, which are compared with each other.
  init(_ signals: [PlacedSignal]) {
    var own: [AccountName: [Refusal]] = [:]
    var vouched: [AccountName: [Refusal]] = [:]
    for placed in signals where placed.role == .authenticationFailed {
      guard placed.provider.contains(.security), let user = AccountName(placed.signal[.user]) else {
        continue
      }
      let callers = [placed.signal[.workstation], placed.signal[.peer]].compactMap { NetworkName($0) }
      let refusal = Refusal(host: placed.host, moment: placed.moment, user: user, callers: callers)
      if placed.signal[.logonType] == nil {
        vouched[user, default: []].append(refusal)
      } else {
        own[user, default: []].append(refusal)
      }
    }
    var candidates: [Pair: [Alignment.Candidate]] = [:]
    var number = 0
    for user in vouched.keys.sorted(by: { $0.text < $1.text }) {
      let (left, right) = (own[user] ?? [], vouched[user] ?? [])
      // Guessing in thousands shows no rhythm of its own and costs the square of it.
      guard left.count * right.count <= Alignment.limit / 10 else { continue }
      for (position, one) in left.enumerated() {
        for (place, other) in right.enumerated() where one.host != other.host {
          guard abs(other.moment - one.moment) <= Shift.limit,
            let weight = Self.weight(one.callers, other.callers)
          else { continue }
          candidates[Pair(host: one.host, authority: other.host), default: []].append(
            .init(
              left: number + position, right: number + place, shift: other.moment - one.moment, weight: weight
            ))
        }
      }
      number += max(left.count, right.count)
    }
    for pair in candidates.keys.sorted(by: { ($0.host, $0.authority) < ($1.host, $1.authority) }) {
      if let edge = Self.edge(pair, candidates[pair] ?? []) { edges.append(edge) }
    }
  }

  private static func edge(_ pair: Pair, _ candidates: [Alignment.Candidate]) -> ClockEdge? {
    let found = Alignment.hypotheses(candidates, prior: Shift.prior)
    guard let first = found.first, first.pairs.count >= enough, first.spread <= agreement else { return nil }
    if let next = found.dropFirst().first, first.score - next.score < margin { return nil }
    return ClockEdge(
      from: pair.host, to: pair.authority, shift: first.shift, spread: first.spread,
      pairs: first.pairs.count, score: min(first.score, ceiling))
  }

  /// Nil when the two name different callers.
  private static func weight(_ one: [NetworkName], _ other: [NetworkName]) -> Double? {
    var weight = 0.7
    for name in one {
      for second in other where name.isAddress == second.isAddress {
        guard name == second || name.short == second.short else { return nil }
        weight = 1.2
      }
    }
    return weight
  }
}
