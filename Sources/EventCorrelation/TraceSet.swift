import EventSignals

/// The connections that the logs of each machine show, and the signals that belong to none by themselves.
struct TraceSet {
  var clients: [Trace] = []
  var servers: [Trace] = []
  var gateways: [Trace] = []
  /// Indices of the other signals, ascending.
  var loose: [Int] = []

  /// What one machine's signals make.
  private struct Part: Sendable {
    var clients = ClientTraces()
    var servers: ServerTraces
    var gateways = GatewayTraces()
    var loose: [Int] = []

    init(_ signals: ArraySlice<PlacedSignal>) {
      servers = ServerTraces(signals)
      for index in signals.indices {
        let placed = signals[index]
        if clients.take(index, placed) || servers.take(index, placed) || gateways.take(index, placed) {
          continue
        }
        loose.append(index)
      }
    }
  }

  /// Splits signals, sorted by host and time, into traces; linear.
  init(_ signals: [PlacedSignal], workers: Int) {
    var machines: [Range<Int>] = []
    for index in signals.indices where index == 0 || signals[index].host != signals[index - 1].host {
      machines.append(index..<index)
    }
    for number in machines.indices {
      let end = number + 1 < machines.count ? machines[number + 1].lowerBound : signals.count
      machines[number] = machines[number].lowerBound..<end
    }
    let parts = SideBySide.map(machines.count, workers: workers) { [machines] in Part(signals[machines[$0]]) }
    for part in parts {
      clients += part.clients.traces
      servers += part.servers.traces
      gateways += part.gateways.traces
      loose += part.loose
    }
    clients.sort(by: Trace.inOrder)
    inferTargets()
    servers.sort(by: Trace.inOrder)
    gateways.sort(by: Trace.inOrder)
  }
}

extension TraceSet {
  /// Seconds within which a user tries the same machine again.
  private static let retry = 900.0

  /// An attempt whose beginning is not in the log went where the one before or after it went.
  fileprivate mutating func inferTargets() {
    for index in clients.indices where clients[index].target == nil && !clients[index].hasStart {
      let near = [index - 1, index + 1].filter { other in
        clients.indices.contains(other) && clients[other].host == clients[index].host
          && clients[other].target != nil && abs(clients[other].start - clients[index].start) <= Self.retry
      }
      let nearest = near.min {
        abs(clients[$0].start - clients[index].start) < abs(clients[$1].start - clients[index].start)
      }
      if let nearest { clients[index].target = clients[nearest].target }
    }
  }
}

extension Trace {
  /// By host and start, then by first signal.
  static func inOrder(_ left: Trace, _ right: Trace) -> Bool {
    if left.host != right.host { return left.host < right.host }
    if left.start != right.start { return left.start < right.start }
    return (left.signals.first ?? 0) < (right.signals.first ?? 0)
  }
}
