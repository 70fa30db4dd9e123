import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct CutOffSessionsTests {
  private func secured(_ scenario: inout Scenario, _ host: Scenario.Machine, closes: Bool) {
    let activity = scenario.activity()
    scenario.listener(
      "rdpcorets-131", .connectionAccepted, on: host, at: 0, activity: activity, phase: .tcp,
      fields: [.transport: "TCP", .peer: "10.1.0.5:50001"])
    scenario.listener(
      "rdpcorets-98", .connectionSecured, on: host, at: 0.6, activity: activity, phase: .license)
    guard closes else { return }
    scenario.listener(
      "rdpcorets-103", .connectionClosed, on: host, at: 60, activity: activity, phase: .end,
      fields: [.reason: "13"])
  }

  private func outcomes(closes: Bool, crashAfter: Double) -> [Episode.Outcome] {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    secured(&scenario, host, closes: closes)
    scenario.log("kernel-power-41", .hostCrashed, on: host, at: crashAfter)
    return scenario.correlated().episodes.filter { $0.kind == .connectionAttempt }.map(\.outcome)
  }

  @Test func `a connection without an end was cut off by the crash that follows`() {
    #expect(outcomes(closes: false, crashAfter: 900) == [.lost])
  }

  @Test func `a connection that ended before is not`() {
    #expect(outcomes(closes: true, crashAfter: 900) == [.succeeded])
  }

  @Test func `a crash days later says nothing`() {
    #expect(outcomes(closes: false, crashAfter: 200_000) == [.succeeded])
  }

  private func endAtShutdown(
    loggedOff: Bool, by rule: String = "user32-1074", _ role: SignalRole = .hostStopped,
    at stop: Double = 900,
    reason: String? = nil
  ) -> [Episode.Outcome] {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    var session: SignalFields = [.session: "3", .user: "CONTOSO\\ann", .peer: "10.1.0.5"]
    func manage(_ rule: String, _ role: SignalRole, at moment: Double) {
      scenario.sessionManager(rule, role, on: host, at: moment, fields: session)
    }
    manage("lsm-21", .sessionStarted, at: 0)
    scenario.log(rule, role, on: host, at: stop)
    if loggedOff {
      manage("lsm-23", .sessionEnded, at: 903)
    } else {
      manage("lsm-24", .sessionDisconnected, at: 904)
    }
    if let reason {
      session[.reason] = reason
      manage("lsm-40", .sessionDisconnected, at: 904)
    }
    return scenario.correlated().episodes.filter { $0.kind == .connectionAttempt }.map(\.outcome)
  }

  @Test func `a session that its host took down with it was lost`() {
    #expect(endAtShutdown(loggedOff: false) == [.lost])
  }

  @Test func `who logs off as the host goes down ended the session`() {
    #expect(endAtShutdown(loggedOff: true) == [.succeeded])
  }

  @Test func `a session that ends as its host falls asleep was lost`() {
    let asleep = { endAtShutdown(loggedOff: false, by: "kernel-power-42", .hostSuspended, at: $0) }
    #expect(asleep(907) == [.lost])
    #expect(asleep(1000) == [.succeeded])
  }

  @Test func `a session that ends as its service stops was lost`() {
    let stopped = {
      endAtShutdown(loggedOff: $0, by: "scm-7036-termservice-stopped", .serviceStopped, at: 905)
    }
    #expect(stopped(false) == [.lost])
    #expect(stopped(true) == [.succeeded])
  }

  /// The session ends at 904.
  private func endAtLoss(loggedOff: Bool = false, at loss: Double, reason: String? = nil) -> [Episode.Outcome]
  {
    endAtShutdown(loggedOff: loggedOff, by: "nic-link-down", .networkFault, at: loss, reason: reason)
  }

  @Test func `a session that ends after its host lost the network was lost`() {
    #expect(endAtLoss(at: 880) == [.lost])
    #expect(endAtLoss(at: 880, reason: "0") == [.lost])
  }

  @Test func `one that ends for a reason, or before, or long after, was not`() {
    #expect(endAtLoss(at: 880, reason: "11") == [.succeeded])
    #expect(endAtLoss(loggedOff: true, at: 880) == [.succeeded])
    #expect(endAtLoss(at: 910) == [.succeeded])
    #expect(endAtLoss(at: 700) == [.succeeded])
  }

  @Test func `what drops a client by its address is about the session that only the manager tells of`() {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for (rule, role, moment) in [
      ("lsm-21", SignalRole.sessionStarted, 0.0), ("lsm-24", .sessionDisconnected, 60.2),
    ] {
      scenario.sessionManager(
        rule, role, on: host, at: moment, fields: [.session: "3", .user: "CONTOSO\\ann", .peer: "10.1.0.5"])
    }
    for (peer, moment) in [("10.1.0.5", 60.0), ("10.1.0.6", 61)] {
      scenario.log("termdd-56", .connectionError, on: host, at: moment, fields: [.peer: peer])
    }
    let attempts = scenario.correlated().episodes.filter { $0.kind == .connectionAttempt }
    #expect(attempts.map(\.outcome) == [.lost])
    #expect(attempts.first?.members.map(\.signal.rule) == ["lsm-21", "termdd-56", "lsm-24"])
  }
}
