import EventSignals

/// Collects one machine's outgoing connections: one trace from setting out to the disconnect.
struct ClientTraces {
  private(set) var traces: [Trace] = []
  private var openByActivity: [String: Int] = [:]
  /// The latest trace, for exports that lost the ActivityID.
  private var latest: Int?
  /// Traces without ActivityID whose end is still to come, the latest last: of several programs, or of sessions that
  /// go on while others are tried.
  private var waiting: [Int] = []

  /// Seconds after a disconnect in which stragglers still belong to it.
  private static let straggling = 5.0
  /// Without a session a connection ends within this, in seconds; a log that lacks the end must not claim a later one.
  private static let setUp = 600.0
  /// Connections that a machine may have open at a time; more were left by logs that lack their ends.
  private static let programs = 16
  /// Codes up to this tell of an end without saying what went wrong: by the user, by the host's program.
  private static let plainEndings: UInt32 = 3

  /// Takes a signal of the client's own log; false when it is none.
  mutating func take(_ index: Int, _ placed: PlacedSignal) -> Bool {
    let signal = placed.signal
    guard placed.proves == .client, Self.isConnection(placed) || signal.activityID != nil else {
      return false
    }
    let open = signal.activityID.map { openByActivity[$0] } ?? earlier(for: placed) ?? latest
    guard let open, !begins(signal, after: open, placed.moment) else {
      guard Self.isConnection(placed) else { return false }
      begin(index, placed, after: open)
      return true
    }
    traces[open].add(index, placed)
    if traces[open].closedAt != nil, let place = waiting.lastIndex(of: open) { waiting.remove(at: place) }
    return true
  }

  /// The connection that a disconnect without ActivityID ends where the latest has ended already.
  private func earlier(for placed: PlacedSignal) -> Int? {
    guard placed.role == .clientDisconnected, let latest, let closed = traces[latest].closedAt,
      let other = waiting.last
    else { return nil }
    if placed.moment <= closed + Self.straggling {
      // The end of the latest once more, or a clean-up after it.
      let code = EventNumber.unsigned(placed.signal[.reason])
      guard let code, code > Self.plainEndings, code != traces[latest].reason else { return nil }
    }
    let isHeld = traces[other].sessionAt != nil || placed.moment <= traces[other].start + Self.setUp
    return isHeld ? other : nil
  }

  private func begins(_ signal: Signal, after open: Int, _ moment: Double) -> Bool {
    let trace = traces[open]
    switch signal.role {
    case .attemptStarted: return trace.hasStart || trace.closedAt != nil
    case .clientReconnecting: return trace.closedAt != nil || trace.sessionAt != nil || trace.hasFault
    default:
      guard let closed = trace.closedAt else { return false }
      return signal.activityID == nil && moment > closed + Self.straggling
    }
  }

  private mutating func begin(_ index: Int, _ placed: PlacedSignal, after previous: Int?) {
    var trace = Trace(side: .client, host: placed.host, at: placed.moment)
    if placed.signal.role == .clientReconnecting, let previous {
      // The same target and user, tried again.
      trace.target = traces[previous].target
      trace.nameHash = traces[previous].nameHash
      trace.user = traces[previous].user
      trace.hasStart = true
    }
    trace.add(index, placed)
    traces.append(trace)
    latest = traces.count - 1
    if let activity = placed.signal.activityID {
      openByActivity[activity] = traces.count - 1
    } else if trace.closedAt == nil {
      waiting = waiting.suffix(Self.programs - 1) + [traces.count - 1]
    }
  }

  private static func isConnection(_ placed: PlacedSignal) -> Bool {
    switch placed.role {
    case .attemptStarted, .attemptProgress, .attemptFailed, .clientConnected, .clientReconnecting,
      .clientDisconnected:
      true
    case .authenticationFailed, .nameResolutionFailed, .licenseFailed:
      // Of the client itself, not what Windows logs beside it.
      placed.provider.contains(.remoteDesktop)
    default: false
    }
  }
}
