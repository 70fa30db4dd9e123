import EventCorrelation
import EventSignals
import TestSupport
import Testing

struct ConsoleReturnTests {

  /// Somebody waits a minute for a session; then the user of the same name gets one from `address`.
  private func outcomes(returningFrom address: String, waited: Bool) -> [Episode.Outcome] {
    var scenario = Scenario()
    let host = scenario.machine("PC-LARCH", address: "10.1.0.9")
    func manage(
      _ rule: String, _ role: SignalRole, at moment: Double, _ fields: SignalFields,
      phase: ConnectionPhase = .session
    ) {
      scenario.sessionManager(rule, role, on: host, at: moment, phase: phase, fields: fields)
    }
    scenario.listener(
      "rdpcorets-131", .connectionAccepted, on: host, at: -0.6, activity: "a",
      fields: [.peer: "10.1.0.5:50001", .transport: "TCP"])
    scenario.listener("rdpcorets-98", .connectionSecured, on: host, at: -0.3, activity: "a")
    scenario.log(
      "rcm-1149", .connectionSecured, on: host, at: -0.2,
      channel: "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational",
      provider: "Microsoft-Windows-TerminalServices-RemoteConnectionManager", proves: .sessionHost,
      fields: [.user: "CONTOSO\\ann", .peer: "10.1.0.5"])
    manage("lsm-41", .connectionProgress, at: 0, [.session: "6", .user: "CONTOSO\\ann"])
    if waited {
      manage(
        "lsm-24", .sessionDisconnected, at: 60, [.session: "1", .user: "CONTOSO\\ann"], phase: .end)
    }
    manage(
      "lsm-25", .sessionReconnected, at: 62, [.session: "1", .user: "CONTOSO\\ann", .peer: address])
    manage("lsm-42", .connectionProgress, at: 62.1, [.session: "6", .user: "CONTOSO\\ann"])
    return scenario.correlated().episodes.map(\.outcome)
  }

  @Test func `a session taken back at the console is not the remote connection's that had ended`() {
    #expect(outcomes(returningFrom: "LOCAL", waited: true) == [.failed])
  }

  @Test func `a session without an address may be that of a connection still standing`() {
    #expect(outcomes(returningFrom: "LOCAL", waited: false) == [.open])
  }
}

extension ConsoleReturnTests {
  /// Whether the last of two connections is told of as having got a session, where one began at the machine later.
  private func gotSession(after seconds: Double) -> Bool {
    var scenario = Scenario()
    let host = scenario.machine("PC-LARCH", address: "10.1.0.9")
    scenario.listener(
      "rdpcorets-131", .connectionAccepted, on: host, at: 0, activity: "a",
      fields: [.peer: "10.1.0.5:50001", .transport: "TCP"])
    scenario.listener("rdpcorets-98", .connectionSecured, on: host, at: 0.3, activity: "a")
    scenario.log(
      "rcm-1149", .connectionSecured, on: host, at: 0.4,
      channel: "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational",
      provider: "Microsoft-Windows-TerminalServices-RemoteConnectionManager", proves: .sessionHost,
      fields: [.user: "CONTOSO\\ann", .peer: "10.1.0.5"])
    scenario.sessionManager(
      "lsm-25", .sessionReconnected, on: host, at: seconds,
      fields: [.session: "1", .user: "CONTOSO\\ann", .peer: "LOCAL"])
    return scenario.correlated().episodes.contains { episode in
      episode.kind == .connectionAttempt
        && episode.members.contains { $0.signal.role == .sessionReconnected }
    }
  }

  @Test func `a session at the machine minutes later is not that of a connection whose client is known`() {
    #expect(gotSession(after: 20))
    #expect(!gotSession(after: 900))
  }
}
