import EventSignals

/// Ties a client that says a gateway turned it away to the one refusal that nobody else explains.
///
/// A single attempt whose clocks are minutes apart has no pattern to lay over the gateway's. Where only one client
/// speaks of a refusal and only one refusal is left, they are each other's.
struct LoneRefusals {
  private let clients: [Trace]
  private let gateways: [Trace]
  private let resemblance: Resemblance

  /// Clocks of a site are seldom further apart, in seconds.
  private static let reach = 400.0
  /// Weaker than any pattern of connections.
  private static let score = 1.0
  /// How well one pair tells, in seconds.
  private static let spread = 0.5

  init(_ clients: [Trace], _ gateways: [Trace], _ resemblance: Resemblance) {
    self.clients = clients
    self.gateways = gateways
    self.resemblance = resemblance
  }

  /// The ties found, `beside` those of which patterns tell.
  func edges(beside known: [ClockEdge]) -> [ClockEdge] {
    let claims = known.flatMap(\.claims).filter { $0.side == .gateway }
    let (told, explained) = (Set(claims.map(\.own)), Set(claims.map(\.trace)))
    let tied = Set(known.map { [$0.from, $0.to] })
    let attempts = Self.byStart(clients) { index, client in
      !told.contains(index) && client.reason.map(Resemblance.gatewayReasons.contains) ?? false
    }
    let refusals = Self.byStart(gateways) { index, gateway in !explained.contains(index) && gateway.hasFault }
    return attempts.compactMap { attempt in
      guard let refusal = only(refusals, of: gateways, near: clients[attempt].start, { fits(attempt, $0) }),
        only(attempts, of: clients, near: gateways[refusal].start, { fits($0, refusal) }) != nil
      else { return nil }
      let (client, gateway) = (clients[attempt], gateways[refusal])
      guard !tied.contains([client.host, gateway.host]) else { return nil }
      return ClockEdge(
        from: client.host, to: gateway.host, shift: Shift.between(client, gateway), spread: Self.spread,
        pairs: 1, score: Self.score)
    }
  }

  private func fits(_ attempt: Int, _ refusal: Int) -> Bool {
    let (client, gateway) = (clients[attempt], gateways[refusal])
    return client.host != gateway.host && resemblance.weight(client: client, gateway: gateway) != nil
  }

  private static func byStart(_ traces: [Trace], _ isMeant: (Int, Trace) -> Bool) -> [Int] {
    traces.indices.filter { isMeant($0, traces[$0]) }
      .sorted { (traces[$0].start, $0) < (traces[$1].start, $1) }
  }

  /// The one that fits of those that began around a moment; nil where several do.
  private func only(_ sorted: [Int], of traces: [Trace], near moment: Double, _ fits: (Int) -> Bool) -> Int? {
    let first = sorted.firstIndex(atOrAfter: moment - Self.reach) { traces[$0].start }
    let near = sorted[first...].prefix { traces[$0].start <= moment + Self.reach }
    let fitting = near.lazy.filter(fits).prefix(2)
    return fitting.count == 1 ? fitting.first : nil
  }
}
