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
    let attempts = clients.indices.filter { index in
      !told.contains(index) && clients[index].reason.map(Resemblance.gatewayReasons.contains) ?? false
    }
    let refusals = gateways.indices.filter { !explained.contains($0) && gateways[$0].hasFault }
    return attempts.compactMap { attempt in
      guard let refusal = only(refusals, { fits(attempt, $0) }),
        only(attempts, { fits($0, refusal) }) != nil
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
    return client.host != gateway.host && abs(gateway.start - client.start) <= Self.reach
      && resemblance.weight(client: client, gateway: gateway) != nil
  }

  private func only(_ indices: [Int], _ fits: (Int) -> Bool) -> Int? {
    let fitting = indices.lazy.filter(fits).prefix(2)
    return fitting.count == 1 ? fitting.first : nil
  }
}
