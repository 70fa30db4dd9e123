import EventSignals

extension Scenario {
  /// How a connection goes.
  public enum Course: Sendable {
    /// A session for some seconds that the user ends.
    case works(seconds: Double)
    /// The handshake breaks: the host closes, the client reports the code.
    case breaksInHandshake(reason: Int)
    /// The host refuses the password.
    case refused(reason: Int)
    /// The session stops working after some seconds.
    case lost(seconds: Double, reason: Int)
    /// Nothing answers; no trace on the host.
    case unanswered(reason: Int)
  }

  /// Logs a whole connection on both machines; `via` is the address the host sees if not the client's own.
  public mutating func connect(
    _ client: Machine, to server: Machine, at start: Double, user: String = "ann", course: Course,
    target: String? = nil, probe: Bool = false, via: String? = nil, clientLogs: Bool = true,
    serverLogs: Bool = true
  ) {
    let session = session()
    let length = clientSide(
      client, target ?? server.name, start, course, delay: probe ? 2.4 : 0, session: session,
      writes: clientLogs)
    guard serverLogs else { return }
    if case .unanswered = course { return }
    let peer = via ?? client.address
    var begin = start + 0.05
    if probe {
      incoming(server, from: peer, at: begin, course: .breaksInHandshake(reason: 0), length: 0.4, bare: true)
      begin += 2.4
    }
    incoming(
      server, from: peer, at: begin, course: course, length: max(0.3, start + length - begin - 0.05),
      user: user, session: session, workstation: clientName(client))
  }

  /// Logs a connection that only the host sees; a bare one ends before anything is said.
  public mutating func incoming(
    _ server: Machine, from peer: String, at start: Double, course: Course, length: Double,
    user: String = "ann",
    session: String = "2", workstation: String? = nil, bare: Bool = false
  ) {
    let activity = activity()
    func at(_ part: Double) -> Double { start + part }
    listener(
      "rdpcorets-131", .connectionAccepted, on: server, at: start, activity: activity, phase: .tcp,
      fields: [.transport: "TCP", .peer: "\(peer):\(port())"])
    manager("rcm-261", .connectionProgress, on: server, at: at(0.002), phase: .tcp)
    switch course {
    case .works(let seconds), .lost(let seconds, _):
      begin(server, peer, start, activity, user: user, session: session)
      finish(server, at(max(seconds, 2)), activity, course, user: user, session: session)
    case .refused:
      var fields: SignalFields = [.peer: peer, .user: user, .logonType: "3", .substatus: "0xc000006a"]
      fields[.workstation] = workstation
      log(
        "security-4625", .authenticationFailed, on: server, at: at(length * 0.6), channel: "Security",
        provider: "Microsoft-Windows-Security-Auditing", phase: .nla,
        fields: fields)
      close(server, at(length), activity)
    case .breaksInHandshake:
      if !bare {
        listener(
          "rdpcorets-139", .tlsFailed, on: server, at: at(length * 0.8), activity: activity, phase: .tls,
          fields: [.peer: peer])
      }
      close(server, at(length), activity)
    case .unanswered: break
    }
  }

  private func clientName(_ client: Machine) -> String {
    String(client.name.split(separator: ".").first ?? "").uppercased()
  }

  /// The client's events; the seconds the attempt takes.
  private mutating func clientSide(
    _ client: Machine, _ target: String, _ start: Double, _ course: Course, delay: Double, session: String,
    writes: Bool
  ) -> Double {
    let length: Double
    let reason: Int
    switch course {
    case .works(let seconds): (length, reason) = (max(seconds, 2) + delay + 0.2, 1)
    case .lost(let seconds, let code): (length, reason) = (max(seconds, 2) + delay + 0.2, code)
    case .breaksInHandshake(let code): (length, reason) = (delay + 0.8, code)
    case .refused(let code): (length, reason) = (delay + 3.5, code)
    case .unanswered(let code): (length, reason) = (21, code)
    }
    guard writes else { return length }
    let activity = activity()
    self.client(
      "client-1024", .attemptStarted, on: client, at: start, activity: activity, phase: .name,
      fields: [.target: target])
    switch course {
    case .works, .lost:
      self.client(
        "client-1027", .clientConnected, on: client, at: start + delay + 1.8, activity: activity,
        phase: .session,
        fields: [.session: session])
    case .breaksInHandshake:
      self.client(
        "client-226-ssl", .attemptFailed, on: client, at: start + length - 0.1, activity: activity,
        phase: .tls)
    case .refused, .unanswered: break
    }
    self.client(
      "client-1026", .clientDisconnected, on: client, at: start + length, activity: activity, phase: .end,
      fields: [.reason: String(reason)])
    return length
  }

  private mutating func begin(
    _ server: Machine, _ peer: String, _ start: Double, _ activity: String, user: String, session: String
  ) {
    log(
      "security-4624", .authenticationSucceeded, on: server, at: start + 0.4, channel: "Security",
      provider: "Microsoft-Windows-Security-Auditing", phase: .nla,
      fields: [.peer: peer, .user: user, .logonType: "3"])
    listener(
      "rdpcorets-98", .connectionSecured, on: server, at: start + 0.6, activity: activity, phase: .license)
    listener(
      "rdpcorets-131-udp", .connectionProgress, on: server, at: start + 0.7, activity: self.activity(),
      phase: .license, fields: [.transport: "UDP", .peer: "\(peer):\(port())"])
    listener(
      "rdpcorets-66", .connectionProgress, on: server, at: start + 1.2, activity: activity, phase: .session,
      fields: [.session: session])
    sessionManager(
      "lsm-21", .sessionStarted, on: server, at: start + 1.5,
      fields: [.session: session, .user: "CONTOSO\\" + user, .peer: peer])
  }

  private mutating func finish(
    _ server: Machine, _ end: Double, _ activity: String, _ course: Course, user: String, session: String
  ) {
    let code: String
    if case .lost = course {
      code = "14"
      listener(
        "rdpcorets-143", .connectionError, on: server, at: end, activity: activity, fields: [.error: "121"])
    } else {
      code = "13"
      listener(
        "rdpcorets-107", .connectionProgress, on: server, at: end, activity: activity, phase: .end)
    }
    listener(
      "rdpcorets-103", .connectionClosed, on: server, at: end + 0.02, activity: activity, phase: .end,
      fields: [.reason: code])
    sessionManager(
      "lsm-24", .sessionDisconnected, on: server, at: end + 0.1, phase: .end,
      fields: [.session: session, .user: "CONTOSO\\" + user])
  }

  private mutating func close(_ server: Machine, _ end: Double, _ activity: String) {
    listener(
      "rdpcorets-143", .connectionError, on: server, at: end - 0.02, activity: activity,
      fields: [.error: "64"])
    listener(
      "rdpcorets-103", .connectionClosed, on: server, at: end, activity: activity, phase: .end,
      fields: [.reason: "14"])
  }

  private mutating func manager(
    _ rule: String, _ role: SignalRole, on server: Machine, at moment: Double, phase: ConnectionPhase
  ) {
    log(
      rule, role, on: server, at: moment,
      channel: "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational",
      provider: "Microsoft-Windows-TerminalServices-RemoteConnectionManager", proves: .sessionHost,
      phase: phase)
  }
}
