import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct UnexplainedEndingsTests {

  private func dropped(
    _ scenario: inout Scenario, _ host: Scenario.Machine, at start: Double, peer: String = "10.1.0.5"
  ) {
    let activity = scenario.activity()
    scenario.listener(
      "rdpcorets-131", .connectionAccepted, on: host, at: start, activity: activity, phase: .tcp,
      fields: [.transport: "TCP", .peer: peer + ":50001"])
    scenario.listener(
      "rdpcorets-102", .connectionClosed, on: host, at: start + 0.4, activity: activity, phase: .end)
  }

  private func session(
    _ scenario: inout Scenario, _ host: Scenario.Machine, at start: Double, seconds: Double, reason: String?
  ) {
    let who: SignalFields = [.session: "3", .user: "CONTOSO\\ann", .peer: "10.1.0.5"]
    func manage(_ rule: String, _ role: SignalRole, at moment: Double, _ fields: SignalFields) {
      scenario.sessionManager(rule, role, on: host, at: moment, fields: fields)
    }
    manage("lsm-21", .sessionStarted, at: start, who)
    manage("lsm-24", .sessionDisconnected, at: start + seconds, who)
    if let reason {
      manage("lsm-40", .sessionDisconnected, at: start + seconds, [.session: "3", .reason: reason])
    }
  }

  private func marks(_ build: (inout Scenario, Scenario.Machine) -> Void) -> [Bool] {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    build(&scenario, host)
    scenario.log("kernel-general-16", .context, on: host, at: 9000)
    return scenario.correlated().episodes.map(\.endsUnexplained)
  }

  @Test func `connections dropped early are a question where none ever works`() {
    #expect(
      marks { scenario, host in
        dropped(&scenario, host, at: 0)
        dropped(&scenario, host, at: 40)
      } == [true, true])
  }

  @Test func `one that works makes a probe of the others`() {
    #expect(
      marks { scenario, host in
        dropped(&scenario, host, at: 0)
        session(&scenario, host, at: 100, seconds: 900, reason: "11")
      } == [false, false])
  }

  @Test func `who tries again after the last one that worked is a question`() {
    #expect(
      marks { scenario, host in
        session(&scenario, host, at: 0, seconds: 900, reason: "11")
        dropped(&scenario, host, at: 2000)
        dropped(&scenario, host, at: 2040)
      } == [false, true, true])
  }

  @Test func `who knocked before it as well is a monitor`() {
    #expect(
      marks { scenario, host in
        dropped(&scenario, host, at: 0)
        session(&scenario, host, at: 100, seconds: 900, reason: "11")
        dropped(&scenario, host, at: 2000)
        dropped(&scenario, host, at: 2040)
      } == [false, false, false, false])
  }

  @Test func `a single knock after one that worked is none`() {
    #expect(
      marks { scenario, host in
        session(&scenario, host, at: 0, seconds: 900, reason: "11")
        dropped(&scenario, host, at: 2000)
      } == [false, false])
  }

  @Test func `callers from all over the internet are a scan`() {
    #expect(
      marks { scenario, host in
        for (number, at) in [0.0, 40, 80].enumerated() {
          dropped(&scenario, host, at: at, peer: "203.0.113.\(number + 10)")
        }
      } == [false, false, false])
  }

  @Test func `a knock every minute is a monitor`() {
    #expect(
      marks { scenario, host in for at in 0..<20 { dropped(&scenario, host, at: Double(at) * 60) } }
        .allSatisfy { !$0 })
  }

  @Test func `a session of seconds whose end has no reason is a question`() {
    #expect(
      marks { scenario, host in session(&scenario, host, at: 0, seconds: 9, reason: "0") } == [true])
  }

  @Test func `one that somebody closed is none`() {
    #expect(
      marks { scenario, host in session(&scenario, host, at: 0, seconds: 9, reason: "11") } == [false])
  }

  @Test func `one of some use is none`() {
    #expect(
      marks { scenario, host in session(&scenario, host, at: 0, seconds: 900, reason: "0") } == [false])
  }

  private func leavers(reasons: [String], apart: Double) -> [Bool] {
    marks { scenario, host in
      for (number, reason) in reasons.enumerated() {
        let start = Double(number) * 60
        let who: SignalFields = [
          .session: String(number + 3), .user: "CONTOSO\\u\(number)", .peer: "10.1.0.\(number + 20)",
        ]
        func manage(_ rule: String, _ role: SignalRole, at moment: Double, _ fields: SignalFields) {
          scenario.sessionManager(rule, role, on: host, at: moment, fields: fields)
        }
        let end = 5000 + Double(number) * apart
        manage("lsm-21", .sessionStarted, at: start, who)
        manage("lsm-24", .sessionDisconnected, at: end, who)
        manage("lsm-40", .sessionDisconnected, at: end, [.session: String(number + 3), .reason: reason])
      }
    }
  }

  @Test func `several people dropped at once are a question`() {
    #expect(leavers(reasons: ["0", "0", "0"], apart: 0.4) == [true, true, true])
  }

  @Test func `people who leave one by one are none`() {
    #expect(leavers(reasons: ["0", "0", "0"], apart: 300) == [false, false, false])
  }

  @Test func `people who leave together of their own will are none`() {
    #expect(leavers(reasons: ["11", "11", "11"], apart: 0.4) == [false, false, false])
  }

  @Test(arguments: [(3000.0, [0.4], false), (20, [0.4], true), (3000, [], false)])
  func `a tunnel whose length the export lost is as long as its events are apart`(
    seconds: Double, opened: [Double], isQuestion: Bool
  ) {
    var scenario = Scenario()
    let gateway = scenario.machine("GW-ELM", address: "10.1.0.3")
    let fields: SignalFields = [.user: "CONTOSO\\ann", .peer: "203.0.113.5", .target: "ts-birch"]
    for moment in opened {
      scenario.gateway("gateway-302", .gatewayForwarded, on: gateway, at: moment, fields: fields)
    }
    scenario.gateway("gateway-303", .gatewayClosed, on: gateway, at: seconds, fields: fields)
    scenario.log("kernel-general-16", .context, on: gateway, at: 9000)
    #expect(scenario.correlated().episodes.map(\.endsUnexplained) == [isQuestion])
  }
}
