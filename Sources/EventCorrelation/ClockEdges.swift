/// What ties the clocks of two machines: found by laying one's connections over the other's.
struct ClockEdge {
  /// Machines; `shift` is the second's clock minus the first's, in seconds.
  var from: Int
  var to: Int
  var shift: Double
  var spread: Double
  var pairs: Int
  var score: Double
}

/// Finds the edges between clients, gateways and session hosts.
struct ClockEdges {
  private(set) var edges: [ClockEdge] = []
  /// Targets as typed, unknown before, and the machine that the pattern of attempts shows them to be.
  private(set) var learnt: [(name: NetworkName, machine: Int)] = []

  private let resemblance: Resemblance
  private let directory: HostDirectory

  /// A pattern counts from this score on, and this far before the next best one.
  private static let enough = 2.0
  private static let margin = 0.6
  /// A score beyond doubt.
  private static let plenty = 7.0

  init(clients: [Trace], servers: [Trace], gateways: [Trace], directory: HostDirectory, hashes: UserNameHash)
  {
    self.directory = directory
    resemblance = Resemblance(directory: directory, hashes: hashes)
    let serversOfHost = Dictionary(grouping: servers.indices) { servers[$0].host }
    let gatewaysOfHost = Dictionary(grouping: gateways.indices) { gateways[$0].host }
    for (host, target, own) in Self.grouped(clients, directory) {
      let known = directory.machine(target)
      var best: [(machine: Int, alignment: Alignment)] = []
      for machine in serversOfHost.keys.sorted() where machine != host && (known == nil || known == machine) {
        guard let indices = serversOfHost[machine],
          let alignment = bestOfPeers(own.map { clients[$0] }, indices.map { servers[$0] })
        else { continue }
        best.append((machine, alignment))
      }
      best.sort { ($0.alignment.score, -$0.machine) > ($1.alignment.score, -$1.machine) }
      guard let first = best.first else { continue }
      if known == nil {
        // A name nobody answers to needs more than one machine that happens to fit.
        guard first.alignment.score >= Self.enough + 1 || directory.machines.count == 2 else { continue }
        if best.count > 1, first.alignment.score - best[1].alignment.score < Self.margin { continue }
        if let target { learnt.append((target, first.machine)) }
      }
      add(host, first.machine, first.alignment)
    }
    for (host, own) in Self.byHost(clients) {
      for machine in gatewaysOfHost.keys.sorted() where machine != host {
        let passing = (gatewaysOfHost[machine] ?? []).map { gateways[$0] }
        let alignment = best(own.map { clients[$0] }, passing) { resemblance.weight(client: $0, gateway: $1) }
        if let alignment { add(host, machine, alignment) }
      }
    }
    for (host, own) in Self.byHost(gateways) {
      for machine in serversOfHost.keys.sorted() where machine != host {
        let passing = own.map { gateways[$0] }.filter { trace in
          trace.target.flatMap { directory.machine($0) }.map { $0 == machine } ?? true
        }
        let alignment = bestOfPeers(
          passing.map(Self.afterForwarding), (serversOfHost[machine] ?? []).map { servers[$0] })
        if let alignment { add(host, machine, alignment) }
      }
    }
  }

  private mutating func add(_ from: Int, _ to: Int, _ alignment: Alignment) {
    edges.append(
      ClockEdge(
        from: from, to: to, shift: alignment.shift, spread: alignment.spread, pairs: alignment.pairs.count,
        score: alignment.score))
  }

  /// The best hypothesis over all addresses that called the server: one client comes from one address.
  private func bestOfPeers(_ left: [Trace], _ right: [Trace]) -> Alignment? {
    var found: [Alignment] = []
    let groups = Dictionary(grouping: right) { $0.peer?.text ?? "" }
    // A connection whose beginning is not in the log may be anybody's.
    let nameless = groups[""] ?? []
    let peers = groups.keys.filter { !$0.isEmpty }.sorted()
    for own in peers.isEmpty ? [nameless] : peers.map({ (groups[$0] ?? []) + nameless }) {
      found += hypotheses(left, own) { left, right in
        left.side == .gateway
          ? resemblance.weight(gateway: left, server: right) : resemblance.weight(client: left, server: right)
      }
    }
    return chosen(found)
  }

  private func best(_ left: [Trace], _ right: [Trace], _ weight: (Trace, Trace) -> Double?) -> Alignment? {
    chosen(hypotheses(left, right, weight))
  }

  private func chosen(_ found: [Alignment]) -> Alignment? {
    let ranked = found.sorted { ($0.score, -abs($0.shift)) > ($1.score, -abs($1.shift)) }
    guard let first = ranked.first, first.score >= Self.enough else { return nil }
    let rival = ranked.dropFirst().first { abs($0.shift - first.shift) > 2 }
    if let rival, first.score < Self.plenty, first.score - rival.score < Self.margin { return nil }
    return first
  }

  private func hypotheses(_ left: [Trace], _ right: [Trace], _ weight: (Trace, Trace) -> Double?)
    -> [Alignment]
  {
    guard !left.isEmpty, !right.isEmpty else { return [] }
    var candidates: [Alignment.Candidate] = []
    let stride = max(1, left.count * right.count / Alignment.limit)
    for (number, one) in left.enumerated() where number % stride == 0 {
      for (other, two) in right.enumerated() where abs(two.start - one.start) <= Shift.limit {
        guard candidates.count < Alignment.limit, let weight = weight(one, two) else { continue }
        candidates.append(.init(left: number, right: other, shift: Shift.between(one, two), weight: weight))
      }
    }
    return Alignment.hypotheses(candidates, prior: Shift.prior)
  }

  /// A gateway's trace from the moment it reached the target.
  private static func afterForwarding(_ trace: Trace) -> Trace {
    var trace = trace
    if let forwarded = trace.sessionAt { trace.start = forwarded }
    return trace
  }

  private static func byHost(_ traces: [Trace]) -> [(Int, [Int])] {
    Dictionary(grouping: traces.indices) { traces[$0].host }.sorted { $0.key < $1.key }.map {
      ($0.key, $0.value)
    }
  }

  /// Attempts of one machine on one target, all names of it together.
  private static func grouped(_ clients: [Trace], _ directory: HostDirectory) -> [(Int, NetworkName?, [Int])]
  {
    var groups: [String: (Int, NetworkName?, [Int])] = [:]
    for (index, trace) in clients.enumerated() {
      let target = trace.target ?? trace.addresses.sorted().first.flatMap { NetworkName($0) }
      let key = directory.machine(target).map { "#\($0)" } ?? target?.text ?? ""
      groups["\(trace.host)/\(key)", default: (trace.host, target, [])].2.append(index)
    }
    return groups.keys.sorted().compactMap { groups[$0] }
  }
}
