import EventSignals

/// Makes connections of refused logons where the listener's own log was not supplied.
struct LogonTraces {
  private(set) var traces: [Trace] = []
  /// Signals that belong to none, in the order given.
  private(set) var loose: [Int] = []

  private struct Key: Hashable {
    var host: Int
    var caller: NetworkName?
    var user: AccountName?
  }

  /// Refusals of one user from one place belong together this long, in seconds.
  private static let patience = 120.0
  /// Around the listener's events its log counts as supplied, in seconds.
  private static let covered = 3600.0

  /// `connections` are those of the listener's log; near them a network logon without one is not RDP.
  init(_ candidates: [Int], _ signals: [PlacedSignal], connections: [Trace]) {
    var spans: [Int: ClosedRange<Double>] = [:]
    for trace in connections {
      let own = spans[trace.host] ?? trace.start...trace.end
      spans[trace.host] = min(own.lowerBound, trace.start)...max(own.upperBound, trace.end)
    }
    let floods = Self.floods(candidates, signals)
    var open: [Key: Int] = [:]
    for index in candidates {
      let placed = signals[index]
      let signal = placed.signal
      let key = Key(
        host: placed.host, caller: NetworkName(signal[.peer]) ?? NetworkName(signal[.workstation]),
        user: AccountName(signal[.user]))
      let fails = signal.role == .authenticationFailed || signal.role == .authorizationFailed
      guard fails || signal.role == .authenticationSucceeded, Self.isRemote(placed, key.caller),
        !signal.standsAlone, !floods.contains(index),
        signal[.logonType] != "3" || !(spans[placed.host].map { Self.near($0, placed.moment) } ?? false)
      else {
        loose.append(index)
        continue
      }
      if let last = open[key], placed.moment - traces[last].end <= Self.patience,
        traces[last].securedAt == nil
      {
        traces[last].joins.append(.init(kind: .user, from: traces[last].signals[0], to: index))
        traces[last].add(index, placed)
        if !fails { traces[last].securedAt = placed.moment }
      } else if fails {
        var trace = Trace(side: .server, host: placed.host, at: placed.moment)
        trace.onlyLogons = true
        trace.add(index, placed)
        open[key] = traces.count
        traces.append(trace)
      } else {
        loose.append(index)
      }
    }
  }

  /// Refusals so dense that they are a condition of the host (`RefusalFlood`), not somebody's attempts.
  private static func floods(_ candidates: [Int], _ signals: [PlacedSignal]) -> Set<Int> {
    var byHost: [Int: [Int]] = [:]
    for index in candidates where signals[index].role == .authenticationFailed {
      byHost[signals[index].host, default: []].append(index)
    }
    var found: Set<Int> = []
    for refusals in byHost.values where refusals.count >= RefusalFlood.threshold {
      let sorted = refusals.sorted { (signals[$0].moment, $0) < (signals[$1].moment, $1) }
      var first = 0
      var marked = 0
      for last in sorted.indices {
        while signals[sorted[last]].moment - signals[sorted[first]].moment > RefusalFlood.window {
          first += 1
        }
        guard last - first + 1 >= RefusalFlood.threshold else { continue }
        for place in max(marked, first)...last { found.insert(sorted[place]) }
        marked = last + 1
      }
    }
    return found
  }

  /// A logon to this machine over the network; what a domain controller vouched for has no logon type.
  private static func isRemote(_ placed: PlacedSignal, _ caller: NetworkName?) -> Bool {
    let signal = placed.signal
    guard placed.provider.contains(.security), AccountName(signal[.user]) != nil else { return false }
    if signal[.logonType] == "10" { return true }
    // Unlocking is a reconnect when it comes from elsewhere.
    if signal[.logonType] == "7" { return NetworkName(signal[.peer]) != nil }
    guard signal[.logonType] == "3", let caller else { return false }
    // A machine that calls itself opens a share or runs a service; it is no Remote Desktop client.
    return caller.short != NetworkName(signal.event.computer)?.short
  }

  private static func near(_ span: ClosedRange<Double>, _ moment: Double) -> Bool {
    moment >= span.lowerBound - covered && moment <= span.upperBound + covered
  }
}
