import EventSignals

/// What one machine logged of one connection.
struct Trace {
  /// Which end of the connection the machine is.
  enum Side {
    case client
    case server
    case gateway
  }

  var side: Side
  var host: Int
  /// Indices of signals in the order of the machine's clock.
  var signals: [Int] = []
  var activityID: String?
  /// Moments by the machine's settled clock, in seconds since the site's origin.
  var start: Double
  var end: Double
  /// What the events tell of the parties.
  var peer: NetworkName?
  var target: NetworkName?
  var addresses: Set<String> = []
  var user: AccountName?
  /// Whether only a logon that worked names the user.
  private var isUserVague = false
  /// Whether more than a logon that worked names the user.
  var isUserSure: Bool { user != nil && !isUserVague }
  var nameHash: String?
  var workstation: NetworkName?
  var session: String?
  /// When security was done, when a session came up, when it ended; nil when no event says so.
  var securedAt: Double?
  var sessionAt: Double?
  var closedAt: Double?
  /// When an event last told of a failure that the peer closing the connection does not explain.
  var faultAt: Double?
  var hasFault: Bool { faultAt != nil }
  /// Whether its end is in the log; what a gateway refuses is over for it.
  var isOver: Bool { closedAt != nil || (side == .gateway && hasFault) }
  /// When it began to be decided who gets a session, and when anything else of one was last heard of before
  /// the end.
  var arbitrationAt: Double?
  var sessionSignAt: Double?
  /// Whether the other end fell silent or vanished without a word.
  var wasCutOff = false
  /// Whether the user was logged off before it ended.
  var wasLoggedOff = false
  /// Whether TCP gave up on the other end after it had said nothing for long.
  var fellSilent = false
  /// Whether the first event of such a connection is there, not just its rest.
  var hasStart = false
  var reason: UInt32?
  var extended: UInt32?
  /// The reason with which the session manager ended the session; it counts as ERRINFO does.
  var sessionReason: UInt32?
  /// Whether only the Security log tells of it.
  var onlyLogons = false
  /// How many earlier connections were taken in as probes of this one.
  var absorbed = 0
  /// How signals that share no id with the others came in.
  var joins: [Join] = []

  /// A signal (by index) tied to an earlier one of the same machine.
  struct Join {
    var kind: Episode.Link.Kind
    var from: Int
    var to: Int
  }

  init(side: Side, host: Int, at moment: Double) {
    self.side = side
    self.host = host
    start = moment
    end = moment
  }

  /// Adds a signal and what it says.
  mutating func add(_ index: Int, _ placed: PlacedSignal) {
    signals.append(index)
    start = min(start, placed.moment)
    end = max(end, placed.moment)
    let signal = placed.signal
    if activityID == nil { activityID = signal.activityID }
    if peer == nil { peer = NetworkName(signal[.peer]) }
    if target == nil, side != .server { target = NetworkName(signal[.target]) }
    if user == nil || isUserVague, let name = AccountName(signal[.user]) {
      // A logon from the same address may be another program's; what fails or works in the session is not.
      let isVague = placed.role == .authenticationSucceeded
      if user == nil || !isVague { (user, isUserVague) = (name, isVague) }
    }
    if workstation == nil { workstation = Self.caller(signal) }
    if session == nil { session = signal[.session] ?? Self.session(in: signal[.detail]) }
    if side == .client {
      if let address = NetworkName(signal[.address]), address.isAddress { addresses.insert(address.text) }
      if nameHash == nil { nameHash = UserNameHash.hash(in: signal[.detail]) }
    }
    note(placed)
  }

  /// The other end's name: a logon into a session (type 10) gives the machine's own.
  private static func caller(_ signal: Signal) -> NetworkName? {
    guard let name = NetworkName(signal[.workstation]) else { return nil }
    return name.short == NetworkName(signal.event.computer)?.short ? nil : name
  }

  /// Takes in an earlier connection of the same two machines that only prepared this one.
  mutating func absorb(_ probe: Trace, as kind: Episode.Link.Kind) {
    if let first = probe.signals.first, let own = signals.first {
      joins.append(.init(kind: kind, from: first, to: own))
    }
    signals = probe.signals + signals
    joins += probe.joins
    start = min(start, probe.start)
    hasStart = hasStart || probe.hasStart
    absorbed += 1 + probe.absorbed
  }

  private mutating func note(_ placed: PlacedSignal) {
    let (signal, moment) = (placed.signal, placed.moment)
    if StructuralFacts.isArbitration(placed) {
      arbitrationAt = moment
    } else if signal.phase == .session, placed.role != .resourceFault, closedAt == nil {
      sessionSignAt = max(sessionSignAt ?? moment, moment)
    }
    switch placed.role {
    case .attemptStarted, .connectionAccepted, .gatewayConnected: hasStart = true
    case .connectionSecured, .gatewayAuthorized: securedAt = securedAt ?? moment
    case .gatewayForwarded:
      securedAt = securedAt ?? moment
      sessionAt = sessionAt ?? moment
    case .clientConnected, .sessionStarted, .sessionReconnected: sessionAt = sessionAt ?? moment
    case .clientDisconnected, .connectionClosed, .gatewayClosed:
      closedAt = moment
      // The first code that says something: a later clean-up repeats it or says nothing.
      if reason == nil, let value = EventNumber.unsigned(signal[.reason]) { reason = value }
      if let value = EventNumber.unsigned(signal[.extended]), value != 0, extended == nil { extended = value }
    case .sessionEnded, .sessionDisconnected:
      if placed.role == .sessionEnded { wasLoggedOff = true }
      closedAt = closedAt ?? moment
      sessionReason = sessionReason ?? EventNumber.unsigned(signal[.extended])
    case .attemptFailed, .tlsFailed, .authenticationFailed, .authorizationFailed, .licenseFailed,
      .sessionFault,
      .gatewayDenied, .gatewayFailed, .brokerFailed, .certificateFault, .nameResolutionFailed:
      faultAt = max(faultAt ?? moment, moment)
    case .connectionError:
      wasCutOff = true
      if let code = EventNumber.unsigned(signal[.error]), Self.silence.contains(code) { fellSilent = true }
    default: break
    }
  }

  /// ERROR_SEM_TIMEOUT and WSAETIMEDOUT, bare and as HRESULT: what TCP says when no answer came for long.
  private static let silence: Set<UInt32> = [121, 0x8007_0079, 10_060, 0x8007_274C]

  /// The id in a method name such as `ConnectNotify(SessionId:9)`.
  private static func session(in detail: String?) -> String? {
    guard let detail, let open = detail.utf8.firstIndex(of: UInt8(ascii: "(")) else { return nil }
    let rest = detail[open...]
    guard rest.hasPrefix("(SessionId:") else { return nil }
    let digits = rest.dropFirst("(SessionId:".count).prefix { $0.isNumber }
    return digits.isEmpty ? nil : String(digits)
  }
}
