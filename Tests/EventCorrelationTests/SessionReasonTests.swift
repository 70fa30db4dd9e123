import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct SessionReasonTests {
  private func episode(reason: String) throws -> Episode {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    func manage(_ rule: String, _ role: SignalRole, at moment: Double, _ fields: SignalFields) {
      scenario.sessionManager(rule, role, on: host, at: moment, fields: fields)
    }
    manage("lsm-21", .sessionStarted, at: 0, [.session: "3", .user: "CONTOSO\\ann", .peer: "10.1.0.5"])
    manage("lsm-40", .sessionDisconnected, at: 600, [.session: "3", .reason: reason, .extended: reason])
    manage(
      "lsm-24", .sessionDisconnected, at: 600.1, [.session: "3", .user: "CONTOSO\\ann", .peer: "10.1.0.5"])
    return try #require(scenario.correlated().episodes.first)
  }

  @Test(arguments: ["0", "2", "3", "5", "11", "12"])
  func `a session that somebody or a limit ended was no loss`(reason: String) throws {
    #expect(try episode(reason: reason).outcome == .succeeded)
  }

  @Test(arguments: ["6", "9", "16", "23", "25", "257", "4329"])
  func `one that ended on a fault was`(reason: String) throws {
    let episode = try episode(reason: reason)
    #expect(episode.outcome == .lost)
    #expect(episode.extendedReason == UInt32(reason))
  }
}

extension SessionReasonTests {
  @Test func `who logs off has lost nothing though the connection breaks off with it`() {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.incoming(host, from: "10.1.0.5", at: 0, course: .works(seconds: 600), length: 600)
    let closing = scenario.signals.filter { $0.role != .connectionClosed && $0.role != .sessionDisconnected }
    var ending = Scenario()
    let same = ending.machine("TS-BIRCH", address: "10.1.0.9")
    ending.sessionManager(
      "lsm-23", .sessionEnded, on: same, at: 600.5, phase: .end,
      fields: [.session: "2", .user: "CONTOSO\\ann"])
    ending.listener(
      "rdpcorets-226", .connectionError, on: same, at: 600.6, activity: closing.first?.activityID,
      fields: [.error: "0x80070040"])
    let site = Correlator().correlate(signals: closing + ending.signals, coverage: [])
    #expect(site.episodes.map(\.outcome) == [.succeeded])
  }
}
