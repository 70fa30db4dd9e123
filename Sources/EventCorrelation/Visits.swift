import EventSignals

/// Every incoming connection with all that its machine logged of it.
struct Visits {
  private(set) var traces: [Trace]
  /// Signals that belong to no connection.
  private(set) var loose: [Int]

  /// Seconds between a probe's end and the connection it was for.
  private static let probeGap = 6.0
  /// A probe waits for the user at most this long, in seconds.
  private static let probeLength = 120.0
  /// Seconds within which all reports of one end come.
  private static let endings = 5.0

  init(_ set: TraceSet, _ signals: [PlacedSignal]) {
    traces = set.servers
    loose = []
    attach(set.loose, signals)
    foundSessions(signals)
    attachErrors(signals)
    let logons = LogonTraces(loose, signals, connections: traces)
    traces += logons.traces
    loose = logons.loose
    mergeProbes(signals)
    traces.sort(by: Trace.inOrder)
  }

  private mutating func attach(_ candidates: [Int], _ signals: [PlacedSignal]) {
    // Two rounds: the first teaches users and sessions that the second can find by.
    var waiting = candidates
    for round in 0..<2 {
      let books = attachments()
      var left: [Int] = []
      for index in waiting {
        guard let found = books[signals[index].host]?.owner(of: signals[index]),
          round == 1 || (found.kind != .time && !contradicts(found, signals[index].signal)),
          !Self.isFromConsole(signals[index].signal)
            || Self.mayHaveNoAddress(traces[found.trace], at: signals[index].moment),
          // What came in a moment ago may have ended it, as the book does not know yet.
          VisitAttachment.isOpen(traces[found.trace], at: signals[index].moment)
        else {
          left.append(index)
          continue
        }
        join(index, signals[index], to: found)
      }
      waiting = left
    }
    loose = waiting
  }

  /// Whether a tie by address gives the end of one person's session to a visit known by now to be another's:
  /// several people may be behind one address.
  private func contradicts(_ found: VisitAttachment.Found, _ signal: Signal) -> Bool {
    guard found.kind == .address, signal.role.leavesSession,
      let known = traces[found.trace].user, let user = AccountName(signal[.user])
    else { return false }
    return known != user
  }

  /// Sessions that only the session manager tells of are cut off as others are: ties what names their client's
  /// address.
  private mutating func attachErrors(_ signals: [PlacedSignal]) {
    guard loose.contains(where: { signals[$0].role == .connectionError }) else { return }
    let books = attachments()
    let candidates = loose
    loose = candidates.filter { index in
      let placed = signals[index]
      guard placed.role == .connectionError, let found = books[placed.host]?.owner(of: placed),
        found.kind == .address, !traces[found.trace].hasStart
      else { return true }
      join(index, placed, to: found)
      return false
    }
  }

  /// Where to look for the visit of a signal, by host, as the visits are known now.
  private func attachments() -> [Int: VisitAttachment] {
    Dictionary(grouping: traces.indices) { traces[$0].host }.mapValues { numbers in
      VisitAttachment(traces: traces, index: TraceIndex(traces, numbers))
    }
  }

  private mutating func join(_ index: Int, _ placed: PlacedSignal, to found: VisitAttachment.Found) {
    traces[found.trace].joins.append(
      .init(kind: found.kind, from: traces[found.trace].signals[0], to: index))
    traces[found.trace].add(index, placed)
  }

  /// Whether a session was begun or taken back without an address. A remote connection may do so (an enhanced
  /// session has none), but not one that is over: then somebody sits at the machine.
  private static func isFromConsole(_ signal: Signal) -> Bool {
    guard signal.role.beginsSession else { return false }
    return signal[.peer] != nil && NetworkName(signal[.peer]) == nil
  }

  /// Whether a session without an address may be that of a connection: not of one that is over, nor of one whose
  /// client is known and that was last heard of minutes ago.
  private static func mayHaveNoAddress(_ trace: Trace, at moment: Double) -> Bool {
    trace.closedAt == nil && (trace.peer == nil || moment - trace.end <= probeLength)
  }

  /// Sessions without the listener's log: the session manager's and RCM's events make a connection too.
  private mutating func foundSessions(_ signals: [PlacedSignal]) {
    var found: [Trace] = []
    var bySession: [String: Int] = [:]
    var left: [Int] = []
    for index in loose {
      let placed = signals[index]
      let signal = placed.signal
      guard Self.isSession(signal), signal.proves == .sessionHost else {
        left.append(index)
        continue
      }
      let whose = signal[.session] ?? AccountName(signal[.user])?.text ?? signal[.peer] ?? ""
      let key = "\(placed.host)/" + whose
      let begins = signal.role.beginsSession || signal.role == .connectionSecured
      // A desktop begins to start in a session that has begun.
      let isNew = begins && !StructuralFacts.isShellStart(signal)
      if let open = bySession[key], Self.takes(found[open], begins: isNew, at: placed.moment) {
        found[open].joins.append(.init(kind: .user, from: found[open].signals[0], to: index))
        found[open].add(index, placed)
      } else if begins || signal.role == .sessionFault || signal.role == .sessionDisconnected {
        // A session from the console has no address.
        guard
          NetworkName(signal[.peer]) != nil || signal.role == .sessionFault
            || (signal.role == .connectionSecured && signal[.user] != nil)
        else {
          left.append(index)
          continue
        }
        var trace = Trace(side: .server, host: placed.host, at: placed.moment)
        trace.add(index, placed)
        bySession[key] = found.count
        found.append(trace)
      } else {
        left.append(index)
      }
    }
    traces += found
    loose = left
  }

  /// Whether an event of a session may belong to a connection known by the same session: the manager reports
  /// an end twice, once with the user and once with the reason.
  private static func takes(_ trace: Trace, begins: Bool, at moment: Double) -> Bool {
    if let closed = trace.closedAt { return !begins && moment - closed <= endings }
    return !begins || moment - trace.end <= probeLength
  }

  /// mstsc connects once to learn what the server wants, drops that connection and makes the real one.
  private mutating func mergeProbes(_ signals: [PlacedSignal]) {
    traces.sort(by: Trace.inOrder)
    var lastOfPeer: [String: Int] = [:]
    var merged: Set<Int> = []
    for number in traces.indices {
      guard let peer = traces[number].peer else { continue }
      let key = "\(traces[number].host)/\(peer.text)"
      defer { lastOfPeer[key] = number }
      guard let previous = lastOfPeer[key], Self.isProbe(traces[previous]),
        traces[number].start - traces[previous].end <= Self.probeGap,
        traces[number].start >= traces[previous].end - 0.5
      else { continue }
      traces[number].absorb(traces[previous], as: .address)
      merged.insert(previous)
    }
    traces = traces.indices.filter { !merged.contains($0) }.map { traces[$0] }
  }

  private static func isProbe(_ trace: Trace) -> Bool {
    !trace.hasFault && trace.securedAt == nil && trace.user == nil && trace.hasStart
      && trace.end - trace.start <= probeLength && trace.absorbed == 0
  }

  private static func isSession(_ signal: Signal) -> Bool {
    switch signal.role {
    case .sessionStarted, .sessionReconnected, .sessionDisconnected, .sessionEnded, .sessionFault,
      .connectionSecured, .connectionProgress:
      // Without NLA nobody is known yet who got through.
      signal[.session] != nil || signal[.user] != nil
        || (signal.role == .connectionSecured && signal[.peer] != nil)
    default: false
    }
  }
}
