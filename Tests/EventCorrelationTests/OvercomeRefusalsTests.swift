import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct OvercomeRefusalsTests {
  /// A connection on which a logon was refused at this moment and a session came up after three seconds.
  private func outcomes(refusedAt moment: Double) -> [Episode.Outcome] {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    let activity = scenario.activity()
    scenario.listener(
      "rdpcorets-131", .connectionAccepted, on: host, at: 0, activity: activity, phase: .tcp,
      fields: [.transport: "TCP", .peer: "10.1.0.5:50001"])
    scenario.listener(
      "rdpcorets-140", .authenticationFailed, on: host, at: moment, activity: activity, phase: .nla,
      fields: [.peer: "10.1.0.5"])
    scenario.listener(
      "rdpcorets-98", .connectionSecured, on: host, at: 1, activity: activity, phase: .license)
    scenario.sessionManager(
      "lsm-21", .sessionStarted, on: host, at: 3, activity: activity,
      fields: [.session: "3", .user: "CONTOSO\\ann", .peer: "10.1.0.5"])
    return scenario.correlated().episodes.map(\.outcome)
  }

  @Test func `a logon that was refused before the session came up was got over`() {
    #expect(outcomes(refusedAt: 0.5) == [.open])
  }

  @Test func `a fault after it came up was not`() {
    #expect(outcomes(refusedAt: 4) == [.lost])
  }
}
