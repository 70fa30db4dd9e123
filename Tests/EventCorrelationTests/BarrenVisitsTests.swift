import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct BarrenVisitsTests {

  private func manage(
    _ scenario: inout Scenario, _ host: Scenario.Machine, _ rule: String, _ role: SignalRole,
    at moment: Double,
    user: String, session: String, peer: String
  ) {
    scenario.sessionManager(
      rule, role, on: host, at: moment, fields: [.session: session, .user: "CONTOSO\\" + user, .peer: peer])
  }

  private func accept(
    _ scenario: inout Scenario, _ host: Scenario.Machine, at start: Double, peer: String, closed: Double?,
    secured: Bool
  ) {
    let activity = scenario.activity()
    scenario.listener(
      "rdpcorets-131", .connectionAccepted, on: host, at: start, activity: activity, phase: .tcp,
      fields: [.transport: "TCP", .peer: peer + ":50001"])
    if secured {
      scenario.listener(
        "rdpcorets-98", .connectionSecured, on: host, at: start + 0.5, activity: activity, phase: .license)
    }
    if let closed {
      scenario.listener(
        "rdpcorets-102", .connectionClosed, on: host, at: start + closed, activity: activity, phase: .end)
    }
  }

  /// How many visits are a question on a host where somebody else works for an hour, with a desktop.
  private func marked(_ build: (inout Scenario, Scenario.Machine) -> Void) -> Int {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for (rule, role, moment) in [
      ("lsm-21", SignalRole.sessionStarted, -9000.0), ("lsm-22", .connectionProgress, -8998),
      ("lsm-23", .sessionEnded, -5000),
    ] {
      manage(&scenario, host, rule, role, at: moment, user: "joe", session: "7", peer: "10.1.0.7")
    }
    build(&scenario, host)
    scenario.log("kernel-general-16", .context, on: host, at: 20_000)
    return scenario.correlated().episodes.filter(\.endsUnexplained).count
  }

  private func glimpse(
    _ scenario: inout Scenario, _ host: Scenario.Machine, at start: Double, seconds: Double
  ) {
    manage(&scenario, host, "lsm-21", .sessionStarted, at: start, user: "ann", session: "3", peer: "10.1.0.5")
    manage(
      &scenario, host, "lsm-23", .sessionEnded, at: start + seconds, user: "ann", session: "3",
      peer: "10.1.0.5")
  }

  @Test func `sessions over within seconds, twice, are a question`() {
    #expect(
      marked { scenario, host in
        glimpse(&scenario, host, at: 0, seconds: 1)
        glimpse(&scenario, host, at: 60, seconds: 1)
      } == 2)
  }

  @Test func `once, hours apart, or long enough to look at something they are none`() {
    #expect(marked { scenario, host in glimpse(&scenario, host, at: 0, seconds: 1) } == 0)
    #expect(
      marked { scenario, host in
        glimpse(&scenario, host, at: 0, seconds: 1)
        glimpse(&scenario, host, at: 9000, seconds: 1)
      } == 0)
    #expect(
      marked { scenario, host in
        glimpse(&scenario, host, at: 0, seconds: 40)
        glimpse(&scenario, host, at: 60, seconds: 40)
      } == 0)
  }

  @Test func `connections let in that get no session are a question`() {
    #expect(
      marked { scenario, host in
        for start in [0.0, 200] {
          accept(&scenario, host, at: start, peer: "10.1.0.5", closed: nil, secured: true)
        }
      } == 2)
  }

  @Test func `connections that stand half made are a question, those of the internet are not`() {
    #expect(
      marked { scenario, host in
        for start in [0.0, 9000] {
          accept(&scenario, host, at: start, peer: "10.1.0.5", closed: 60, secured: false)
        }
      } == 2)
    #expect(
      marked { scenario, host in
        for start in [0.0, 9000] {
          accept(&scenario, host, at: start, peer: "203.0.113.5", closed: 60, secured: false)
        }
      } == 0)
  }

  /// How many connections of a client are a question that take this course.
  private func turnedOut(at times: [Double], _ course: Scenario.Course) -> Int {
    var scenario = Scenario()
    let client = scenario.machine("PC-OAK", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for time in times {
      scenario.connect(client, to: host, at: time, course: course, serverLogs: false)
    }
    return scenario.correlated().episodes.filter(\.endsUnexplained).count
  }

  @Test func `a client that is turned out within seconds, three times over, has a question`() {
    #expect(turnedOut(at: [0, 40, 90], .lost(seconds: 5, reason: 2)) == 3)
    #expect(turnedOut(at: [0, 40], .lost(seconds: 5, reason: 2)) == 0)
    #expect(turnedOut(at: [0, 40, 9000], .lost(seconds: 5, reason: 2)) == 0)
  }

  @Test func `one that leaves by itself has none`() {
    #expect(turnedOut(at: [0, 40, 90], .lost(seconds: 5, reason: 1)) == 0)
  }

  @Test func `a client that never gets in and is told no reason, three times over, has a question`() {
    #expect(turnedOut(at: [0, 40, 90], .unanswered(reason: 0)) == 3)
    #expect(turnedOut(at: [0, 40], .unanswered(reason: 0)) == 0)
    #expect(turnedOut(at: [0, 40, 90], .unanswered(reason: 1)) == 0)
  }
}
