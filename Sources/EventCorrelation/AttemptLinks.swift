import EventSignals

/// Decides which connections of session hosts and gateways belong to which attempt of a client.
///
/// A class, since its parts are asked in closures over and over and must not be copied for each.
final class AttemptLinks {
  private(set) var drafts: [AttemptDraft] = []

  private let clients: [Trace]
  private let servers: [Trace]
  private let gateways: [Trace]
  private let directory: HostDirectory
  private let clocks: SiteClocks
  private let resemblance: Resemblance

  /// Seconds that tied clocks may still disagree by, and the delay before a server sees a client.
  private static let tied = 1.5
  /// The same when clocks are only assumed to agree: twice the uncertainty and the pattern's own window.
  private static let assumed = 6.0
  /// Candidates looked at for one connection.
  private static let depth = 32
  /// Gaps closer than this are equally good, in seconds.
  private static let equal = 0.25

  private struct Choice {
    var index: Int
    var kind: Episode.Link.Kind
    var weight: Double
    var gap: Double
  }

  init(
    clients: [Trace], servers: [Trace], gateways: [Trace], directory: HostDirectory, clocks: SiteClocks,
    hashes: UserNameHash
  ) {
    self.clients = clients
    self.servers = servers
    self.gateways = gateways
    self.directory = directory
    self.clocks = clocks
    resemblance = Resemblance(directory: directory, hashes: hashes)
    drafts = clients.indices.map { AttemptDraft(client: $0) }
    var draftOfGateway: [Int: Int] = [:]
    let book = Book(clients, clocks)
    for (index, trace) in gateways.enumerated() {
      if let choice = client(of: trace, in: book, gateway: true) {
        drafts[choice.index].gateways.append(index)
        drafts[choice.index].joins.append(join(clients[choice.index], trace, choice.kind))
        draftOfGateway[index] = choice.index
      } else {
        draftOfGateway[index] = drafts.count
        drafts.append(AttemptDraft(gateways: [index]))
      }
    }
    let hops = Book(gateways, clocks)
    var claims: [Int: [(server: Int, choice: Choice)]] = [:]
    for (index, trace) in servers.enumerated() {
      if let choice = gateway(of: trace, in: hops), let draft = draftOfGateway[choice.index] {
        drafts[draft].servers.append(index)
        drafts[draft].joins.append(join(gateways[choice.index], trace, choice.kind))
      } else if let choice = client(of: trace, in: book, gateway: false) {
        claims[choice.index, default: []].append((index, choice))
      } else {
        drafts.append(AttemptDraft(servers: [index]))
      }
    }
    for client in claims.keys.sorted() { settle(claims[client] ?? [], of: client) }
  }

  /// One attempt comes from one address: what reached the server from elsewhere was somebody else.
  private func settle(_ claims: [(server: Int, choice: Choice)], of client: Int) {
    let best = claims.min {
      let (one, other) = ($0.choice, $1.choice)
      return (rank(one), -one.weight, one.gap, $0.server) < (rank(other), -other.weight, other.gap, $1.server)
    }
    guard let best else { return }
    for (index, choice) in claims {
      let same = servers[index].peer == nil || servers[index].peer == servers[best.server].peer
      if same, servers[index].host == servers[best.server].host {
        drafts[client].servers.append(index)
        drafts[client].joins.append(join(clients[client], servers[index], choice.kind))
      } else {
        drafts.append(AttemptDraft(servers: [index]))
      }
    }
  }

  private func rank(_ choice: Choice) -> Int {
    Episode.Link.Kind.allCases.firstIndex(of: choice.kind) ?? Episode.Link.Kind.allCases.count
  }

  private func join(_ one: Trace, _ other: Trace, _ kind: Episode.Link.Kind) -> Trace.Join {
    .init(kind: kind, from: one.signals[0], to: other.signals[0])
  }

  /// The client's attempt that a server's or gateway's connection belongs to.
  private func client(of trace: Trace, in book: Book, gateway: Bool) -> Choice? {
    let start = trace.start - clocks.offsets[trace.host]
    var choices: [Choice] = []
    for index in book.near(start, slack: Self.assumed, depth: Self.depth)
    where clients[index].host != trace.host {
      let client = clients[index]
      let slack = clocks.areTied(client.host, trace.host) ? Self.tied : Self.assumed
      let begins = client.start - clocks.offsets[client.host]
      let ends = client.end - clocks.offsets[client.host]
      // Once the client is in, new connections are new attempts.
      let until = client.sessionAt.map { $0 - clocks.offsets[client.host] } ?? ends
      guard start >= begins - slack, start <= max(until, begins + 1) + slack else { continue }
      let weight =
        gateway
        ? resemblance.weight(client: client, gateway: trace)
        : resemblance.weight(client: client, server: trace, probe: ends - start > 1)
      guard let weight, let kind = kind(client, trace, gateway: gateway) else { continue }
      choices.append(Choice(index: index, kind: kind, weight: weight, gap: abs(start - begins)))
    }
    return best(choices)
  }

  private func gateway(of trace: Trace, in book: Book) -> Choice? {
    let start = trace.start - clocks.offsets[trace.host]
    var choices: [Choice] = []
    for index in book.near(start, slack: Self.assumed, depth: Self.depth)
    where gateways[index].host != trace.host {
      let gateway = gateways[index]
      guard let forwarded = gateway.sessionAt else { continue }
      let slack = clocks.areTied(gateway.host, trace.host) ? Self.tied + 1 : Self.assumed
      let gap = start - (forwarded - clocks.offsets[gateway.host])
      guard abs(gap) <= slack, let weight = resemblance.weight(gateway: gateway, server: trace) else {
        continue
      }
      let fromGateway = trace.peer.map { directory.machine($0) == gateway.host } ?? false
      let target = gateway.target.flatMap { directory.machine($0) }
      // A name that nobody is known by may be this machine's, when somebody from an address that nobody is known
      // by either shows up there as the gateway turns to it.
      let sameUser = gateway.user != nil && gateway.user == trace.user
      let mayBe =
        target == nil && (sameUser || trace.user == nil) && !isKnown(trace.peer)
        && clocks.areTied(gateway.host, trace.host)
      guard fromGateway || mayBe || target == trace.host else { continue }
      // Without the gateway's address the user must agree, or nobody else be known to be at that address while
      // the clocks agree: others reach the host directly.
      let isUnknown = trace.user == nil && !isKnown(trace.peer) && clocks.areTied(gateway.host, trace.host)
      guard fromGateway || gateway.user == nil || gateway.user == trace.user || isUnknown else { continue }
      choices.append(
        Choice(
          index: index, kind: fromGateway ? .address : !mayBe ? .name : sameUser ? .user : .time,
          weight: weight, gap: abs(gap)))
    }
    return best(choices)
  }

  /// Whether an address is one of a machine of the site, or of somebody far away.
  private func isKnown(_ address: NetworkName?) -> Bool {
    guard let address else { return false }
    return address.isPublicAddress || !directory.machines(at: address.text).isEmpty
      || gateways.contains { $0.peer == address }
  }

  private func kind(_ client: Trace, _ other: Trace, gateway: Bool) -> Episode.Link.Kind? {
    if let activity = client.activityID, activity == other.activityID { return .activityID }
    let named: Bool? =
      if gateway {
        client.target.flatMap { target in other.target.map { resemblance.sameName(target, $0) } }
      } else {
        client.target.flatMap { directory.machine($0) }.map { $0 == other.host }
          ?? client.addresses.sorted().first.flatMap { NetworkName($0) }.flatMap { directory.machine($0) }
          .map { $0 == other.host }
      }
    if named == false { return nil }
    if other.peer.map({ directory.machine($0) == client.host }) ?? false { return .address }
    if named == true { return .name }
    if let name = other.workstation, directory.machine(name) == client.host { return .name }
    let knowsUsers = other.user != nil && (client.user != nil || client.nameHash != nil)
    guard knowsUsers, let user = other.user else {
      return clocks.areTied(client.host, other.host) ? .time : nil
    }
    return client.user == user || resemblance.hashes.account(of: client.nameHash) == user.text ? .user : nil
  }

  /// The strongest kind, then the better likeness, then the smaller gap; nil when two fit equally.
  private func best(_ choices: [Choice]) -> Choice? {
    if choices.count < 2 { return choices.first }
    let sorted = choices.sorted {
      (rank($0), -$0.weight, $0.gap, $0.index) < (rank($1), -$1.weight, $1.gap, $1.index)
    }
    guard let first = sorted.first else { return nil }
    let rivals = sorted.dropFirst().filter {
      rank($0) == rank(first) && abs($0.weight - first.weight) < 0.5 && abs($0.gap - first.gap) < Self.equal
    }
    return rivals.isEmpty ? first : nil
  }
}

extension AttemptLinks {
  /// Traces of all machines by corrected start.
  private struct Book {
    private let sorted: [(start: Double, index: Int)]
    /// How long the longest attempt takes, for looking back.
    private let long: [(start: Double, end: Double, index: Int)]

    init(_ traces: [Trace], _ clocks: SiteClocks) {
      sorted = traces.enumerated().map { ($1.start - clocks.offsets[$1.host], $0) }
        .sorted { ($0.start, $0.index) < ($1.start, $1.index) }
      long = traces.enumerated().filter { $1.end - $1.start > 60 }
        .map { ($1.start - clocks.offsets[$1.host], $1.end - clocks.offsets[$1.host], $0) }
        .sorted { ($0.start, $0.index) < ($1.start, $1.index) }
    }

    /// Indices of the traces that are open around a moment or begin soon after it, latest first.
    func near(_ moment: Double, slack: Double, depth: Int) -> [Int] {
      if sorted.isEmpty { return [] }
      let end = sorted.firstIndex(atOrAfter: (moment + slack).nextUp) { $0.start }
      let recent = sorted[max(0, end - depth)..<end].reversed().map(\.index)
      let last = long.firstIndex(atOrAfter: (moment + slack).nextUp) { $0.start }
      let lasting = long[max(0, last - depth)..<last].reversed().filter { $0.end + slack >= moment }.map(
        \.index)
      return recent + lasting.filter { !recent.contains($0) }
    }
  }
}
