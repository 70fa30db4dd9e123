import EventSignals

/// The connections that the logs of each machine show, and the signals that belong to none by themselves.
struct TraceSet {
  var clients: [Trace] = []
  var servers: [Trace] = []
  var gateways: [Trace] = []
  /// Indices of the other signals, ascending.
  var loose: [Int] = []

  /// Splits signals, sorted by host and time, into traces; linear.
  init(_ signals: [PlacedSignal]) {
    var start = 0
    while start < signals.count {
      var end = start
      while end < signals.count, signals[end].host == signals[start].host { end += 1 }
      var clients = ClientTraces()
      var servers = ServerTraces()
      var gateways = GatewayTraces()
      for index in start..<end {
        let placed = signals[index]
        if clients.take(index, placed) || servers.take(index, placed) || gateways.take(index, placed) {
          continue
        }
        loose.append(index)
      }
      self.clients += clients.traces
      self.servers += servers.traces
      self.gateways += gateways.traces
      start = end
    }
    clients.sort(by: Trace.inOrder)
    servers.sort(by: Trace.inOrder)
    gateways.sort(by: Trace.inOrder)
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
