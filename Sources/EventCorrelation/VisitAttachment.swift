import EventSignals

/// Ties a server's other signals (logons, TLS, sessions, keys) to the connection they are about.
///
/// Address before session before user before time; what fits nothing stays loose.
struct VisitAttachment {
  /// What a signal was tied to.
  struct Found {
    var trace: Int
    var kind: Episode.Link.Kind
  }

  let traces: [Trace]
  let index: TraceIndex

  /// Events of one step are written within this, in seconds, in either order.
  private static let jitter = 0.5
  /// The listener's log may be behind Schannel's by as many seconds.
  private static let lateness = 1.0
  /// Seconds after the end of a connection in which its clean-up is logged.
  private static let aftermath = 3.0
  /// Seconds from security to a session and its logon.
  private static let logonTime = 30.0
  /// Without the end of a handshake in the log, it is over after this many seconds.
  private static let handshake = 60.0

  /// The connection a signal of the same machine belongs to, or nil.
  func owner(of placed: PlacedSignal) -> Found? {
    let signal = placed.signal
    let moment = placed.moment
    switch placed.role {
    case .authenticationFailed, .authenticationSucceeded, .authorizationFailed:
      return logon(signal, moment)
    case .sessionStarted, .sessionReconnected, .sessionDisconnected, .sessionEnded, .sessionFault,
      .connectionProgress, .connectionSecured, .connectionClosed, .connectionAccepted:
      return session(signal, moment)
    case .tlsFailed, .tlsCompleted:
      return signal[.side]?.lowercased() == "client" ? nil : handshake(signal, moment)
    case .certificateFault, .connectionError, .licenseFailed:
      return handshake(signal, moment)
    case .context where StructuralFacts.isKeyOperation(placed):
      return handshake(signal, moment)
    default:
      return nil
    }
  }

  private func logon(_ signal: Signal, _ moment: Double) -> Found? {
    if let type = signal[.logonType], !Self.remoteLogons.contains(type) { return nil }
    if signal[.user] != nil, AccountName(signal[.user]) == nil { return nil }
    if let peer = NetworkName(signal[.peer]) {
      let found = index.latest(peer: peer, before: moment + Self.jitter).first { mayLogOn($0, moment) }
      return found.map { Found(trace: $0, kind: .address) }
    }
    if let user = AccountName(signal[.user]) {
      let found = index.latest(user: user, before: moment + Self.jitter).first { mayLogOn($0, moment) }
      if let found { return Found(trace: found, kind: .user) }
    }
    guard signal.role != .authenticationSucceeded || signal[.logonType] == "10" else { return nil }
    return single {
      mayLogOn($0, moment) && isFree($0, signal)
    } before: {
      moment + Self.jitter
    }
  }

  private func session(_ signal: Signal, _ moment: Double) -> Found? {
    let user = AccountName(signal[.user])
    if let session = signal[.session] {
      let fitting = index.latest(session: session, before: moment + Self.jitter).lazy.filter {
        isOpen($0, moment) && agrees(traces[$0].user, user)
      }
      // Whoever takes a session over has it only afterwards: its end is that of the connection it is taken from.
      let holder = signal.role.leavesSession ? fitting.first { hasSession($0, moment) } : nil
      if let found = holder ?? fitting.first { return Found(trace: found, kind: .user) }
    }
    if let peer = NetworkName(signal[.peer]) {
      let found = index.latest(peer: peer, before: moment + Self.jitter).first {
        isOpen($0, moment) && agrees(traces[$0].user, user)
      }
      return found.map { Found(trace: $0, kind: .address) }
    }
    // A session refused is the one that was about to come up, not one that has long been.
    if signal.role == .sessionFault, signal[.session] == nil {
      let found = single({ isComingUp($0, moment) && isFree($0, signal) }, before: { moment + Self.jitter })
      if let found { return found }
    }
    if let user {
      let found = index.latest(user: user, before: moment + Self.jitter).first { isOpen($0, moment) }
      return found.map { Found(trace: $0, kind: .user) }
    }
    guard signal[.session] == nil, signal.phase == .tcp else { return nil }
    // The listener's own note of a new connection.
    let found = index.latest(before: moment + Self.jitter).first {
      traces[$0].hasStart && abs(moment - traces[$0].start) <= Self.jitter
    }
    return found.map { Found(trace: $0, kind: .time) }
  }

  private func handshake(_ signal: Signal, _ moment: Double) -> Found? {
    if let peer = NetworkName(signal[.peer]) {
      let found = index.latest(peer: peer, before: moment + Self.jitter).first { isOpen($0, moment) }
      if let found { return Found(trace: found, kind: .address) }
    }
    if let found = single({ isShakingHands($0, moment) }, before: { moment + 0.05 }) { return found }
    // Different logs are written by different threads: the handshake's may be first.
    return single {
      traces[$0].hasStart && traces[$0].start > moment && isShakingHands($0, moment)
    } before: {
      moment + Self.lateness
    }
  }

  /// The latest connection of those that fit, when it is the only one or clearly the nearest.
  private func single(_ fits: (Int) -> Bool, before limit: () -> Double) -> Found? {
    let fitting = index.latest(before: limit()).filter(fits)
    guard let first = fitting.first else { return nil }
    if fitting.count > 1, traces[first].start - traces[fitting[1]].start < 0.2 { return nil }
    return Found(trace: first, kind: .time)
  }

  private func isOpen(_ trace: Int, _ moment: Double) -> Bool { Self.isOpen(traces[trace], at: moment) }

  /// Whether a connection had not ended yet at a moment, or its end was just being logged.
  static func isOpen(_ trace: Trace, at moment: Double) -> Bool {
    guard let closed = trace.closedAt else { return true }
    return moment <= max(closed, trace.end) + aftermath
  }

  /// Whether a connection had its session by a moment; of one whose beginning is not logged nothing else is known.
  private func hasSession(_ trace: Int, _ moment: Double) -> Bool {
    traces[trace].sessionAt.map { $0 <= moment } ?? true
  }

  private func mayLogOn(_ trace: Int, _ moment: Double) -> Bool {
    let trace = traces[trace]
    let last = trace.sessionAt ?? trace.securedAt ?? min(trace.end, trace.start + 600)
    return moment >= trace.start - Self.jitter
      && moment <= last + (trace.securedAt == nil ? Self.aftermath : Self.logonTime)
  }

  private func isShakingHands(_ trace: Int, _ moment: Double) -> Bool {
    let trace = traces[trace]
    let last = trace.securedAt ?? trace.closedAt ?? min(trace.end + 1, trace.start + Self.handshake)
    return moment <= last + 1
  }

  private func isComingUp(_ trace: Int, _ moment: Double) -> Bool {
    // The log may lack the note that security is done; a session says so too.
    guard let secured = traces[trace].securedAt ?? traces[trace].sessionAt, isOpen(trace, moment),
      moment >= secured - Self.jitter
    else { return false }
    return moment <= (traces[trace].sessionAt ?? secured) + Self.logonTime
  }

  private func isFree(_ trace: Int, _ signal: Signal) -> Bool {
    agrees(traces[trace].user, AccountName(signal[.user]))
  }

  private func agrees<Value: Equatable>(_ one: Value?, _ other: Value?) -> Bool {
    guard let one, let other else { return true }
    return one == other
  }

  /// Network, unlock, remote interactive and cached logons; 4, 5, 8 and 9 are programs of the host.
  private static let remoteLogons: Set<String> = ["2", "3", "7", "10", "11", "12", "13"]
}
