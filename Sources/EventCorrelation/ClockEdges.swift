/// What ties the clocks of two machines: found by laying one's connections over the other's.
struct ClockEdge {
  /// Machines; `shift` is the second's clock minus the first's, in seconds.
  var from: Int
  var to: Int
  var shift: Double
  var spread: Double
  var pairs: Int
  var score: Double
  /// The two machines' views of connections that count for it, and how much.
  var claims: [Claim] = []

  struct Claim {
    /// The first machine's, by its index among the traces of its side.
    var own: Int
    /// The second machine's.
    var trace: Int
    var side: Trace.Side
    var weight: Double
  }
}

/// Finds the edges between clients, gateways and session hosts.
struct ClockEdges {
  private(set) var edges: [ClockEdge] = []
  /// Targets as typed, unknown before, and the machine that the pattern of attempts shows them to be.
  private(set) var learnt: [(name: NetworkName, machine: Int)] = []

  private let resemblance: Resemblance
  private let directory: HostDirectory
  private let clients: [Trace]
  private let servers: [Trace]
  private let gateways: [Trace]
  /// The gateways' traces from the moment they reached the target.
  private let forwarded: [Trace]
  private let callers: [Int: Callers]

  /// A server's connections by the address that called, in the order of the addresses.
  private struct Callers {
    var known: [(address: String, traces: [Int])]
    /// A connection whose beginning is not in the log may be anybody's.
    var nameless: [Int]

    init(_ indices: [Int], _ servers: [Trace]) {
      var groups = Dictionary(grouping: indices) { servers[$0].peer?.text ?? "" }
      nameless = groups.removeValue(forKey: "") ?? []
      known = groups.map { ($0.key, $0.value) }.sorted { $0.address < $1.address }
    }
  }

  /// A pattern counts from this score on, and this far before the next best one.
  private static let enough = 2.0
  private static let margin = 0.6
  /// A score beyond doubt.
  private static let plenty = 7.0

  init(clients: [Trace], servers: [Trace], gateways: [Trace], directory: HostDirectory, hashes: UserNameHash)
  {
    self.directory = directory
    self.clients = clients
    self.servers = servers
    self.gateways = gateways
    forwarded = gateways.map(Self.afterForwarding)
    resemblance = Resemblance(directory: directory, hashes: hashes)
    callers = Dictionary(grouping: servers.indices) { servers[$0].host }.mapValues { Callers($0, servers) }
    tieClients()
    let passing = Self.byHost(gateways)
    let direct = direct
    for (host, all) in Self.byHost(clients) {
      let own = all.filter { !direct.contains($0) }
      for (machine, passing) in passing where machine != host {
        let alignment = chosen(
          hypotheses(clients, own, gateways, passing) { [resemblance] in
            resemblance.weight(client: $0, gateway: $1)
          })
        if let alignment { add(host, machine, alignment, of: .gateway) }
      }
    }
    edges = Self.settled(edges)
    edges += LoneRefusals(clients, gateways, resemblance).edges(beside: edges)
    for (host, own) in passing {
      for machine in callers.keys.sorted() where machine != host {
        let passing = own.filter { trace in
          gateways[trace].target.flatMap { directory.machine($0) }.map { $0 == machine } ?? true
        }
        if let alignment = bestOfPeers(forwarded, passing, machine) {
          add(host, machine, alignment, of: .server)
        }
      }
    }
  }

  private mutating func tieClients() {
    for (host, target, own) in Self.grouped(clients, directory) {
      let known = directory.machine(target)
      var best: [(machine: Int, alignment: Alignment)] = []
      for machine in known.map({ [$0] }) ?? callers.keys.sorted() where machine != host {
        if let alignment = bestOfPeers(clients, own, machine) { best.append((machine, alignment)) }
      }
      best.sort { ($0.alignment.score, -$0.machine) > ($1.alignment.score, -$1.machine) }
      guard let first = best.first else { continue }
      if known == nil {
        // A name nobody answers to needs more than one machine that happens to fit.
        guard first.alignment.score >= Self.enough + 1 || directory.machines.count == 2 else { continue }
        if best.count > 1, first.alignment.score - best[1].alignment.score < Self.margin { continue }
        if let target { learnt.append((target, first.machine)) }
      }
      add(host, first.machine, first.alignment, of: .server)
    }
  }

  /// Attempts that beyond doubt called a server from the client's own address, and so by no gateway.
  private var direct: Set<Int> {
    let claims = edges.filter { $0.score >= Self.plenty }.flatMap { edge in
      edge.claims.filter { claim in
        servers[claim.trace].peer.map { directory.machines(at: $0.text) == [edge.from] } ?? false
      }
    }
    return Set(claims.map(\.own))
  }

  private mutating func add(_ from: Int, _ to: Int, _ alignment: Alignment, of side: Trace.Side) {
    edges.append(
      ClockEdge(
        from: from, to: to, shift: alignment.shift, spread: alignment.spread, pairs: alignment.pairs.count,
        score: alignment.score,
        claims: alignment.pairs.map { .init(own: $0.left, trace: $0.right, side: side, weight: $0.weight) }))
  }

  /// Without what a connection says for one client that is beyond doubt another's.
  private static func settled(_ edges: [ClockEdge]) -> [ClockEdge] {
    struct Connection: Hashable {
      var side: Trace.Side
      var trace: Int
    }
    var owners: [Connection: (client: Int, score: Double)] = [:]
    for edge in edges where edge.score >= plenty {
      for claim in edge.claims {
        let connection = Connection(side: claim.side, trace: claim.trace)
        if owners[connection].map({ $0.score < edge.score }) ?? true {
          owners[connection] = (edge.from, edge.score)
        }
      }
    }
    return edges.compactMap { edge in
      let lost = edge.claims.filter { claim in
        owners[Connection(side: claim.side, trace: claim.trace)].map { owner in
          owner.client != edge.from && owner.score > edge.score
        } ?? false
      }
      var edge = edge
      edge.score -= lost.reduce(0) { $0 + $1.weight }
      edge.pairs -= lost.count
      return edge.pairs > 0 && edge.score >= enough ? edge : nil
    }
  }

  /// The best hypothesis over all addresses that called the server: one client comes from one address.
  private func bestOfPeers(_ traces: [Trace], _ left: [Int], _ machine: Int) -> Alignment? {
    guard let callers = callers[machine], let first = left.first else { return nil }
    let (host, side) = (traces[first].host, traces[first].side)
    func found(_ right: [Int]) -> [Alignment] {
      hypotheses(traces, left, servers, right) { [resemblance] left, right in
        side == .gateway
          ? resemblance.weight(gateway: left, server: right)
          : resemblance.weight(client: left, server: right, addressed: false)
      }
    }
    if callers.known.isEmpty { return chosen(found(callers.nameless)) }
    return chosen(
      callers.known.flatMap { caller -> [Alignment] in
        // An address where another machine is known speaks against this one, once and not with each connection.
        let owners = directory.machines(at: caller.address)
        // What a gateway calls for is tied by way of the gateway, which is late.
        if side == .client, owners.contains(where: directory.isGateway) { return [] }
        let isElsewhere = side == .client && !owners.isEmpty && !owners.contains(host)
        return found(caller.traces + callers.nameless).map {
          var alignment = $0
          if isElsewhere { alignment.score -= Resemblance.elsewhere }
          return alignment
        }
      })
  }

  private func chosen(_ found: [Alignment]) -> Alignment? {
    let ranked = found.sorted { ($0.score, -abs($0.shift)) > ($1.score, -abs($1.shift)) }
    guard let first = ranked.first, first.score >= Self.enough else { return nil }
    let rival = ranked.dropFirst().first { abs($0.shift - first.shift) > 2 }
    if let rival, first.score < Self.plenty, first.score - rival.score < Self.margin { return nil }
    return first
  }

  private func hypotheses(
    _ lefts: [Trace], _ left: [Int], _ rights: [Trace], _ right: [Int],
    _ weight: (Trace, Trace) -> Double?
  ) -> [Alignment] {
    guard !left.isEmpty, !right.isEmpty else { return [] }
    var candidates: [Alignment.Candidate] = []
    let stride = max(1, left.count * right.count / Alignment.limit)
    for (number, one) in left.enumerated() where number % stride == 0 {
      for two in right where abs(rights[two].start - lefts[one].start) <= Shift.limit {
        guard candidates.count < Alignment.limit, let weight = weight(lefts[one], rights[two]) else {
          continue
        }
        candidates.append(
          .init(left: one, right: two, shift: Shift.between(lefts[one], rights[two]), weight: weight))
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
