import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct RepeatedDropsTests {

  /// Sessions of one person at these times; the same logs hold one of somebody else that was of use.
  private func marked(at times: [Double], seconds: Double = 65, reason: String = "0") -> Int {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    func session(_ user: String, _ number: String, _ peer: String, from start: Double, to end: Double) {
      let who: SignalFields = [.session: number, .user: "CONTOSO\\" + user, .peer: peer]
      func manage(_ rule: String, _ role: SignalRole, at moment: Double, _ fields: SignalFields) {
        scenario.sessionManager(rule, role, on: host, at: moment, fields: fields)
      }
      let activity = scenario.activity()
      scenario.listener(
        "rdpcorets-131", .connectionAccepted, on: host, at: start, activity: activity, phase: .tcp,
        fields: [.transport: "TCP", .peer: peer + ":50001"])
      manage("lsm-25", .sessionReconnected, at: start + 1, who)
      manage("lsm-24", .sessionDisconnected, at: end, who)
      manage("lsm-40", .sessionDisconnected, at: end, [.session: number, .reason: reason])
    }
    session("joe", "7", "10.1.0.7", from: -9000, to: -2000)
    for time in times { session("ann", "3", "10.1.0.5", from: time, to: time + seconds) }
    return scenario.correlated().episodes.filter(\.endsUnexplained).count
  }

  @Test func `three short sessions in a row are a question`() {
    #expect(marked(at: [0, 75, 150]) == 3)
  }

  @Test func `two are none, nor are those hours apart`() {
    #expect(marked(at: [0, 75]) == 0)
    #expect(marked(at: [0, 75, 9000]) == 0)
  }

  @Test func `sessions that lasted were of use`() {
    #expect(marked(at: [0, 1000, 2000], seconds: 980) == 0)
  }

  @Test func `five of half an hour in a row are a question as well`() {
    #expect(marked(at: [0, 1000, 2000, 3000, 4000], seconds: 980) == 5)
  }

  @Test func `what somebody wanted is no question`() {
    #expect(marked(at: [0, 75, 150], reason: "11") == 0)
  }

  @Test func `the listener's log may know of the first alone`() {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    func manage(_ rule: String, _ role: SignalRole, at moment: Double) {
      scenario.sessionManager(
        rule, role, on: host, at: moment, fields: [.session: "2", .user: "CONTOSO\\ann", .peer: "10.1.0.5"])
    }
    scenario.listener(
      "rdpcorets-131", .connectionAccepted, on: host, at: 0, activity: scenario.activity(), phase: .tcp,
      fields: [.transport: "TCP", .peer: "10.1.0.5:50001"])
    manage("lsm-21", .sessionStarted, at: 1)
    for start in [30.0, 50, 70, 90] {
      manage("lsm-24", .sessionDisconnected, at: start)
      manage("lsm-25", .sessionReconnected, at: start + 8)
    }
    #expect(scenario.correlated().episodes.map(\.endsUnexplained) == [true, true, true, true, false])
  }
}
