import EventSignals
import TestSupport
import Testing
import WindowsEventLog

@testable import EventCorrelation

struct VisitAttachmentTests {
  /// A user who is signed out of a session at once, since the profile did not load.
  private func outcome(lacking rule: String?) -> Episode.Outcome? {
    var scenario = Scenario()
    let client = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.connect(client, to: host, at: 0, course: .works(seconds: 9))
    scenario.log(
      "user-profiles-1500", .sessionFault, on: host, at: 8.2, channel: "Application",
      provider: "Microsoft-Windows-User Profiles Service", phase: .session,
      fields: [.error: "Insufficient system resources"])
    let signals = scenario.signals.filter { $0.rule != rule }
    let site = Correlator(options: .init()).correlate(signals: signals, coverage: scenario.coverage())
    return site.episodes.first { $0.kind == .connectionAttempt }?.outcome
  }

  @Test func `a fault belongs to the session that has just come up, whichever step its log lacks`() {
    #expect(outcome(lacking: nil) == .lost)
    #expect(outcome(lacking: "rdpcorets-98") == .lost)
    #expect(outcome(lacking: "user-profiles-1500") == .succeeded)
  }

  @Test func `the end of a session that is taken over belongs to the connection it is taken from`() throws {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    func manage(_ rule: String, _ role: SignalRole, at moment: Double, _ fields: SignalFields) {
      scenario.sessionManager(rule, role, on: host, at: moment, fields: fields)
    }
    func accept(at moment: Double, from peer: String, activity: String) {
      scenario.listener(
        "rdpcorets-131", .connectionAccepted, on: host, at: moment, activity: activity, fields: [.peer: peer])
      scenario.listener(
        "rdpcorets-98", .connectionSecured, on: host, at: moment + 0.6, activity: activity, fields: [:])
    }
    let user = "CONTOSO\\ann"
    accept(at: 0, from: "10.1.0.5:50123", activity: "a0")
    manage("lsm-21", .sessionStarted, at: 2, [.session: "3", .user: user, .peer: "10.1.0.5"])
    accept(at: 600, from: "10.1.0.6:50123", activity: "a600")
    manage("lsm-40", .sessionDisconnected, at: 602, [.session: "3", .reason: "5", .extended: "5"])
    manage("lsm-24", .sessionDisconnected, at: 602.1, [.session: "3", .user: user, .peer: "10.1.0.5"])
    manage("lsm-25", .sessionReconnected, at: 602.3, [.session: "3", .user: user, .peer: "10.1.0.6"])
    let visits = scenario.correlated().episodes.filter { $0.kind == .connectionAttempt }
    #expect(visits.count == 2)
    let told = visits.map { visit in visit.members.contains { $0.signal.rule == "lsm-40" } }
    #expect(told == [true, false])
  }
}
