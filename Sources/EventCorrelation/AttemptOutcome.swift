import EventSignals

/// How an attempt ended, judged from all traces of it.
struct AttemptOutcome {
  let client: Trace?
  let servers: [Trace]
  let gateways: [Trace]
  /// Signals of other logs that take part.
  let others: [Signal]
  /// Whether a program that a session needs crashed on the server at its end.
  let sessionCrashed: Bool
  /// Whether the machine that began it, client or gateway, kept logging after its last event.
  let logGoesOn: Bool

  /// The client's codes for an end that somebody wanted: closed, logged off, cancelled.
  private static let wanted: Set<UInt32> = [0, 1, 2, 263, 7943]
  /// The server's: disconnected or logged off by the user, by the client or by the listener's clean end.
  private static let wantedByServer: Set<UInt32> = [11, 12, 13]

  /// Seconds in which nobody signs in, works and signs out.
  private static let breakdown = 30.0

  /// Seconds that show a hung decision: a healthy one takes none, and nobody waits longer.
  private static let arbitration = 30.0...600.0

  var outcome: Episode.Outcome {
    if let client { return byClient(client) }
    if let server = servers.last { return byServer(server) }
    guard let gateway = gateways.last else { return .open }
    if let fault = gateways.compactMap(\.faultAt).max() {
      // A refusal before the tunnel stood was got over; one after it ended the tunnel.
      return gateway.sessionAt.map { $0 >= fault ? .succeeded : .lost } ?? .failed
    }
    if gateway.sessionAt != nil { return .succeeded }
    // Let in by the web server, and then neither a verdict nor a connection.
    return logGoesOn && gateway.hasStart ? .failed : .open
  }

  /// Whether a session showed a fault as it came up and was over before anybody could have worked in it.
  private var brokeDown: Bool {
    servers.contains { server in
      guard let session = server.sessionAt, let fault = server.faultAt, fault >= session - 1 else {
        return false
      }
      let length = server.closedAt.map { $0 - session } ?? clientLength
      return length.map { $0 <= Self.breakdown } ?? false
    }
  }

  /// How long the client was in the session, in seconds.
  private var clientLength: Double? {
    guard let begun = client?.sessionAt, let closed = client?.closedAt else { return nil }
    return closed - begun
  }

  private var sessionCameUp: Bool {
    client?.sessionAt != nil || servers.contains { $0.sessionAt != nil }
  }

  private func byClient(_ client: Trace) -> Episode.Outcome {
    if let reason = client.reason {
      if Self.wanted.contains(reason) {
        if client.sessionAt != nil { return brokeDown ? .lost : .succeeded }
        return hasFault ? .failed : .harmless
      }
      if sessionCameUp { return endedAsWanted ? .succeeded : .lost }
      return .failed
    }
    if clientCrashed { return sessionCameUp ? .lost : .failed }
    if client.closedAt != nil { return sessionCameUp ? .succeeded : hasFault ? .failed : .harmless }
    if client.hasFault { return sessionCameUp ? .lost : .failed }
    if sessionCameUp {
      if servers.contains(where: { $0.closedAt != nil && !isWanted($0) }) { return .lost }
      // The client's log breaks off; the host saw the end.
      return servers.contains { $0.closedAt != nil && $0.sessionAt != nil } ? .succeeded : .open
    }
    return hasFault ? .failed : logGoesOn && client.hasStart ? .failed : .open
  }

  private func byServer(_ server: Trace) -> Episode.Outcome {
    if servers.contains(where: { $0.sessionAt != nil }) {
      if sessionCrashed || brokeDown { return .lost }
      if server.closedAt == nil { return Self.ranIntoFault(server) ? .lost : .open }
      return isWanted(server) ? .succeeded : .lost
    }
    if server.onlyLogons, server.securedAt != nil { return .succeeded }
    if hasFault { return .failed }
    if servers.contains(where: { $0.securedAt != nil }) {
      // Through all of security and then nothing: somebody turned round, or the session never came.
      if servers.contains(where: Self.gaveUpWaiting) { return .failed }
      if isWanted(server) { return .succeeded }
      return server.closedAt == nil ? .open : .failed
    }
    // Nobody who only looks whether the port is open leaves the connection standing.
    if servers.contains(where: { $0.fellSilent && $0.hasStart && !($0.peer?.isPublicAddress ?? true) }) {
      return .failed
    }
    return server.closedAt == nil && !server.signals.isEmpty && servers.allSatisfy { !$0.hasStart }
      ? .open : .harmless
  }

  private var endedAsWanted: Bool {
    !sessionCrashed && client?.reason == 3 && servers.contains { $0.closedAt != nil && isWanted($0) }
  }

  /// Whether a reason tells of a fault or a refusal: no memory, denied, a crashed part, licences, the protocol.
  static func isFault(_ reason: UInt32) -> Bool {
    (6...10).contains(reason) || (14...26).contains(reason) || reason >= 256
  }

  private func isWanted(_ server: Trace) -> Bool {
    if let reason = server.sessionReason {
      if Self.isFault(reason) { return false }
      // Then the socket that is gone went with the user.
      if Self.wantedByServer.contains(reason) { return true }
    }
    if let extended = server.extended { return Self.wantedByServer.contains(extended) }
    if let reason = server.reason { return Self.wantedByServer.contains(reason) }
    // Whoever logs off closes the connection too.
    return !server.hasFault && (!server.wasCutOff || (server.wasLoggedOff && !server.fellSilent))
  }

  /// Whether a fault came after the session: what was refused before was got over.
  private static func ranIntoFault(_ server: Trace) -> Bool {
    guard let fault = server.faultAt else { return false }
    return server.sessionAt.map { fault >= $0 - 1 } ?? true
  }

  /// Whether a connection ended while the host was still deciding who gets a session.
  private static func gaveUpWaiting(_ server: Trace) -> Bool {
    guard let begun = server.arbitrationAt, let closed = server.closedAt,
      server.sessionSignAt.map({ $0 <= begun }) ?? true
    else { return false }
    return arbitration.contains(closed - begun)
  }

  private var clientCrashed: Bool {
    others.contains { $0.role == .processCrashed && $0.proves == .client }
  }

  private var hasFault: Bool {
    sessionCrashed || client?.hasFault ?? false || servers.contains(where: \.hasFault)
      || gateways.contains(where: \.hasFault)
      || others.contains { Self.isFault($0) }
  }

  private static func isFault(_ signal: Signal) -> Bool {
    switch signal.role {
    case .authenticationFailed, .nameResolutionFailed, .brokerFailed, .licenseFailed, .authorizationFailed:
      true
    default: false
    }
  }
}
