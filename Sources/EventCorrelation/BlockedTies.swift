import EventSignals

/// Ties the clock of a machine whose firewall drops packets to those of the machines that tried to reach it: the
/// packets of one attempt come as it begins.
struct BlockedTies {
  private(set) var edges: [ClockEdge] = []

  /// Says less than any connection that two machines saw, so that it only ties what nothing else does.
  private static let ceiling = 1.8
  /// How much worse the next best shift has to be.
  private static let margin = 0.6
  /// TCP asks again after one or three seconds and doubles the pause; packets this close are one attempt's.
  private static let pause = 15.0
  /// Bursts of one machine looked at; more are a scan.
  private static let limit = 1000
  /// A single burst ties clocks that may be so far apart, in seconds: what a domain lets pass.
  private static let single = 400.0

  /// The packets of one attempt, by the first.
  private struct Burst {
    var host: Int
    var moment: Double
    var peer: NetworkName
  }

  private struct Pair: Hashable {
    var client: Int
    var host: Int
  }

  init(_ signals: [PlacedSignal], clients: [Trace], directory: HostDirectory) {
    let bursts = Self.bursts(signals)
    if bursts.isEmpty { return }
    var attempts: [Pair: [Int]] = [:]
    for (number, trace) in clients.enumerated() where trace.sessionAt == nil && trace.hasStart {
      guard let host = directory.machine(trace.target), bursts[host] != nil, host != trace.host else {
        continue
      }
      attempts[Pair(client: trace.host, host: host), default: []].append(number)
    }
    for pair in attempts.keys.sorted(by: { ($0.host, $0.client) < ($1.host, $1.client) }) {
      var candidates: [Alignment.Candidate] = []
      for (place, burst) in (bursts[pair.host] ?? []).enumerated() {
        let owner = directory.machine(burst.peer)
        guard owner == nil || owner == pair.client else { continue }
        for number in attempts[pair] ?? [] where candidates.count < Alignment.limit {
          let shift = burst.moment - clients[number].start - Shift.ordinaryLag
          candidates.append(.init(left: number, right: place, shift: shift, weight: owner == nil ? 1 : 1.5))
        }
      }
      if let edge = Self.edge(pair, candidates) { edges.append(edge) }
    }
  }

  private static func edge(_ pair: Pair, _ candidates: [Alignment.Candidate]) -> ClockEdge? {
    let found = Alignment.hypotheses(candidates, prior: Shift.prior)
    guard let first = found.first else { return nil }
    if first.pairs.count == 1, candidates.count > 1 || abs(first.shift) > single { return nil }
    if let next = found.dropFirst().first, first.score - next.score < margin { return nil }
    return ClockEdge(
      from: pair.client, to: pair.host, shift: first.shift, spread: first.spread, pairs: first.pairs.count,
      score: min(first.score, ceiling))
  }

  /// Bursts by the machine that dropped them; signals come by machine and time.
  private static func bursts(_ signals: [PlacedSignal]) -> [Int: [Burst]] {
    var found: [Int: [Burst]] = [:]
    var last: [String: Double] = [:]
    for placed in signals where placed.role == .firewallBlocked {
      guard let peer = NetworkName(placed.signal[.peer]), !peer.isPublicAddress else { continue }
      let key = "\(placed.host)/\(peer.text)"
      let isNew = last[key].map { placed.moment - $0 > pause } ?? true
      last[key] = placed.moment
      guard isNew, (found[placed.host]?.count ?? 0) < limit else { continue }
      found[placed.host, default: []].append(Burst(host: placed.host, moment: placed.moment, peer: peer))
    }
    return found
  }
}
