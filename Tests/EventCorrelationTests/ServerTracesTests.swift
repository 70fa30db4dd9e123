import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct ServerTracesTests {
  /// Two connections of a host whose export lost the ActivityIDs, the second begun while the first one's session
  /// came up.
  private func site(secured: Bool) -> CorrelatedSite {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    func log(
      _ scenario: inout Scenario, _ rule: String, _ role: SignalRole, _ moment: Double,
      _ phase: ConnectionPhase, _ fields: SignalFields = [:]
    ) {
      scenario.listener(rule, role, on: host, at: moment, activity: nil, phase: phase, fields: fields)
    }
    log(
      &scenario, "rdpcorets-131", .connectionAccepted, 0, .tcp, [.transport: "TCP", .peer: "10.1.0.5:50001"])
    if secured { log(&scenario, "rdpcorets-98", .connectionSecured, 0.8, .license) }
    log(
      &scenario, "rdpcorets-131", .connectionAccepted, 1.4, .tcp,
      [.transport: "TCP", .peer: "10.1.0.6:50002"])
    log(
      &scenario, "rdpcorets-72-session", .connectionProgress, 1.7, .session,
      [.detail: "ConnectNotify(SessionId:7)"])
    log(&scenario, "rdpcorets-103", .connectionClosed, 2.1, .end, [.reason: "14"])
    return scenario.correlated()
  }

  private func hasSession(_ site: CorrelatedSite, _ client: String) -> Bool {
    site.episodes.contains { episode in
      episode.client == client && episode.members.contains { $0.signal.rule == "rdpcorets-72-session" }
    }
  }

  @Test func `without ActivityIDs a session comes up in the connection that got through security`() {
    #expect(hasSession(site(secured: true), "10.1.0.5"))
    #expect(!hasSession(site(secured: true), "10.1.0.6"))
  }

  @Test func `where none did it is the latest connection's`() {
    #expect(hasSession(site(secured: false), "10.1.0.6"))
  }

  /// Two sessions without ActivityIDs, the one begun first ended first; the session manager says whose end it was.
  private func closing(session: String) -> Set<String?> {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for (client, session, moment) in [("10.1.0.5", "6", 0.0), ("10.1.0.6", "3", 300.0)] {
      scenario.listener(
        "rdpcorets-131", .connectionAccepted, on: host, at: moment, activity: nil, phase: .tcp,
        fields: [.transport: "TCP", .peer: client + ":50001"])
      scenario.listener(
        "rdpcorets-98", .connectionSecured, on: host, at: moment + 0.8, activity: nil, phase: .license)
      scenario.listener(
        "rdpcorets-66", .connectionProgress, on: host, at: moment + 1.2, activity: nil, phase: .session,
        fields: [.session: session])
    }
    scenario.log(
      "lsm-23", .sessionEnded, on: host, at: 430.0,
      channel: "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational",
      provider: "Microsoft-Windows-TerminalServices-LocalSessionManager", phase: .end,
      fields: [.session: session, .user: #"CORP\wanda"#])
    scenario.listener(
      "rdpcorets-103", .connectionClosed, on: host, at: 430.2, activity: nil, phase: .end,
      fields: [.reason: "12"])
    return Set(
      scenario.correlated().episodes.filter { episode in
        episode.members.contains { $0.signal.rule == "rdpcorets-103" }
      }.map(\.client))
  }

  @Test func `without ActivityIDs an end belongs to the session that the session manager names`() {
    #expect(closing(session: "6") == ["10.1.0.5"])
    #expect(closing(session: "3") == ["10.1.0.6"])
  }

  @Test func `an end of a session that no connection brought is the latest connection's`() {
    #expect(closing(session: "9") == ["10.1.0.6"])
  }
}
