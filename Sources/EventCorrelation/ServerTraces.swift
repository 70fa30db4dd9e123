import EventSignals

/// Collects one machine's incoming connections, as its listener numbers them.
struct ServerTraces {
  private(set) var traces: [Trace] = []
  private var openByActivity: [String: Int] = [:]
  /// The latest trace, for exports that lost the ActivityID.
  private var latest: Int?

  /// Seconds in which events without an ActivityID still follow the connection before them.
  private static let following = 600.0

  /// Seconds from one step of a session that comes up to the next.
  private static let comingUp = 30.0

  /// Seconds in which all events of an end are written.
  private static let cleaningUp = 2.0

  /// Connections looked at for one that is still open.
  private static let remembered = 32

  /// When the session manager says that which session ended, in the machine's order.
  private let endings: [SessionEnding]

  private struct SessionEnding {
    var session: String
    var moment: Double
  }

  /// Looks through all signals of one machine, in its order, for sessions that end.
  init(_ signals: ArraySlice<PlacedSignal>) {
    endings = signals.compactMap { placed in
      guard placed.role == .sessionDisconnected || placed.role == .sessionEnded,
        let session = placed.signal[.session]
      else { return nil }
      return SessionEnding(session: session, moment: placed.moment)
    }
  }

  /// Takes a signal of the listener, or one that shares the ActivityID of a connection seen before.
  mutating func take(_ index: Int, _ placed: PlacedSignal) -> Bool {
    let signal = placed.signal
    guard placed.proves == .sessionHost || signal.activityID != nil else { return false }
    let known = signal.activityID.flatMap { openByActivity[$0] }
    if placed.role != .connectionAccepted, let known {
      guard placed.proves == .sessionHost else { return false }
      traces[known].add(index, placed)
      return true
    }
    guard placed.provider.contains(.connectionCore), Self.isConnection(placed.role) else { return false }
    if let known, !traces[known].hasStart {
      traces[known].add(index, placed)
      return true
    }
    if signal.activityID == nil, placed.role != .connectionAccepted, let begun = begun(before: placed) {
      traces[begun].add(index, placed)
      return true
    }
    if signal.activityID == nil, placed.role != .connectionAccepted, let only = onlyOpen {
      traces[only].add(index, placed)
      return true
    }
    var trace = Trace(side: .server, host: placed.host, at: placed.moment)
    trace.add(index, placed)
    if Self.isSideConnection(signal), attach(trace, index, placed) { return true }
    traces.append(trace)
    latest = traces.count - 1
    if let activity = signal.activityID { openByActivity[activity] = traces.count - 1 }
    return true
  }

  /// The connection without an id that an event follows: the latest, but a session comes up in one that got
  /// through security, where one has.
  private func begun(before placed: PlacedSignal) -> Int? {
    guard let latest, placed.moment - traces[latest].end <= Self.following,
      !isOver(traces[latest], at: placed.moment)
    else { return nil }
    if let ended = ended(by: placed) { return ended }
    guard placed.signal.phase == .session, traces[latest].securedAt == nil else { return latest }
    return latestWithoutID {
      $0.securedAt != nil && $0.closedAt == nil && placed.moment - $0.end <= Self.comingUp
    } ?? latest
  }

  /// The connection without an id whose session ends as an event of an end is written, where the session manager
  /// tells which session that is.
  private func ended(by placed: PlacedSignal) -> Int? {
    guard placed.role == .connectionClosed || placed.role == .connectionError else { return nil }
    let first = endings.partitioningIndex { $0.moment >= placed.moment - Self.cleaningUp }
    let close = endings[first...].prefix { $0.moment <= placed.moment + Self.cleaningUp }
    let nearest = close.min { abs($0.moment - placed.moment) < abs($1.moment - placed.moment) }
    guard let nearest else { return nil }
    return latestWithoutID { $0.session == nearest.session && !isOver($0, at: placed.moment) }
  }

  /// The latest of the remembered connections without an id of which something holds.
  private func latestWithoutID(where holds: (Trace) -> Bool) -> Int? {
    traces.indices.suffix(Self.remembered).last { traces[$0].activityID == nil && holds(traces[$0]) }
  }

  /// Whether a connection had ended before its last events could have come.
  private func isOver(_ trace: Trace, at moment: Double) -> Bool {
    trace.closedAt.map { moment - $0 > Self.cleaningUp } ?? false
  }

  /// The one connection without an id that has begun and not ended, if it is the only one.
  private var onlyOpen: Int? {
    let open = traces.indices.suffix(Self.remembered).filter {
      traces[$0].activityID == nil && traces[$0].hasStart && traces[$0].securedAt != nil
        && traces[$0].closedAt == nil
    }
    return open.count == 1 ? open.first : nil
  }

  /// Puts a UDP connection beside the TCP one of the same client that is under way.
  private mutating func attach(_ trace: Trace, _ index: Int, _ placed: PlacedSignal) -> Bool {
    guard let peer = trace.peer else { return false }
    let owner = traces.indices.reversed().prefix(64).first {
      traces[$0].peer == peer && (traces[$0].closedAt ?? .infinity) >= placed.moment
    }
    guard let owner else { return false }
    let activity = traces[owner].activityID
    traces[owner].joins.append(.init(kind: .address, from: traces[owner].signals[0], to: index))
    traces[owner].add(index, placed)
    traces[owner].activityID = activity
    if let own = placed.signal.activityID { openByActivity[own] = owner }
    return true
  }

  private static func isSideConnection(_ signal: Signal) -> Bool {
    signal[.transport]?.uppercased() == "UDP" && signal[.peer] != nil
  }

  private static func isConnection(_ role: SignalRole) -> Bool {
    switch role {
    case .connectionAccepted, .connectionProgress, .connectionSecured, .connectionError, .connectionClosed,
      .tlsFailed, .tlsCompleted, .authenticationFailed, .authorizationFailed, .licenseFailed, .sessionFault,
      .sessionStarted, .sessionReconnected, .sessionDisconnected, .sessionEnded:
      true
    default: false
    }
  }
}
