import EventSignals

/// Collects one machine's outgoing connections: one trace from setting out to the disconnect.
struct ClientTraces {
  private(set) var traces: [Trace] = []
  private var openByActivity: [String: Int] = [:]
  /// The latest trace, for exports that lost the ActivityID.
  private var latest: Int?

  /// Seconds after a disconnect in which stragglers still belong to it.
  private static let straggling = 5.0

  /// Takes a signal of the client's own log; false when it is none.
  mutating func take(_ index: Int, _ placed: PlacedSignal) -> Bool {
    let signal = placed.signal
    guard placed.proves == .client, Self.isConnection(placed) || signal.activityID != nil else {
      return false
    }
    let open = signal.activityID.map { openByActivity[$0] } ?? latest
    guard let open, !begins(signal, after: open, placed.moment) else {
      guard Self.isConnection(placed) else { return false }
      begin(index, placed, after: open)
      return true
    }
    traces[open].add(index, placed)
    return true
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
    if let activity = placed.signal.activityID { openByActivity[activity] = traces.count - 1 }
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
