import EventSignals

/// Collects the connections that pass one gateway: by user and client address, from the hello to the close.
struct GatewayTraces {
  private struct Key: Hashable {
    var user: AccountName?
    var peer: NetworkName?
  }

  private(set) var traces: [Trace] = []
  private var latest: [Key: Int] = [:]
  private var latestOfUser: [AccountName: Int] = [:]

  /// Seconds between the channels of one attempt (HTTP and UDP come as two hellos).
  private static let channels = 10.0
  /// Seconds after which an attempt that got nowhere is over.
  private static let patience = 120.0

  /// Takes a signal in which a gateway speaks of a connection; false when it is none.
  mutating func take(_ index: Int, _ placed: PlacedSignal) -> Bool {
    switch placed.role {
    case .gatewayConnected, .gatewayAuthorized, .gatewayDenied, .gatewayForwarded, .gatewayFailed,
      .gatewayClosed:
      break
    default: return false
    }
    let signal = placed.signal
    let key = Key(user: AccountName(signal[.user]), peer: NetworkName(signal[.peer]))
    guard key.user != nil || key.peer != nil else { return false }
    let known = [latest[key], partlyKnown(key, placed.moment)].compactMap { $0 }
    if let open = known.first(where: { !begins(signal, traces[$0], placed.moment) }) {
      traces[open].joins.append(.init(kind: .user, from: traces[open].signals[0], to: index))
      traces[open].add(index, placed)
      latest[key] = open
      return true
    }
    var trace = Trace(side: .gateway, host: placed.host, at: placed.moment)
    trace.add(index, placed)
    traces.append(trace)
    latest[key] = traces.count - 1
    if let user = key.user { latestOfUser[user] = traces.count - 1 }
    return true
  }

  /// A trace of the same user where one of the two names no address: a policy server beside the gateway does not.
  private func partlyKnown(_ key: Key, _ moment: Double) -> Int? {
    guard let user = key.user, let open = latestOfUser[user], key.peer == nil || traces[open].peer == nil
    else {
      return nil
    }
    // Until there is a verdict the policy server may be thinking it over.
    let isWaiting = traces[open].securedAt == nil && traces[open].closedAt == nil && !traces[open].hasFault
    return abs(moment - traces[open].end) <= (isWaiting ? Self.patience : Self.channels) ? open : nil
  }

  private func begins(_ signal: Signal, _ open: Trace, _ moment: Double) -> Bool {
    let done = open.closedAt != nil || open.hasFault
    switch signal.role {
    case .gatewayConnected:
      return done || open.securedAt != nil || moment - open.end > Self.channels
    case .gatewayClosed: return false
    default:
      if let forwarded = open.sessionAt, moment - forwarded > Self.channels { return true }
      return (done && moment - open.end > Self.channels)
        || (open.sessionAt == nil && moment - open.end > Self.patience)
    }
  }
}
