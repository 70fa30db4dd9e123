import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

/// Which handshakes that failed were Remote Desktop's.
struct ForeignHandshakesTests {
  private func isRemoteDesktop(
    faultAt moment: Double, rule: String = "schannel-36870", provider: String = "Schannel",
    connections: [(start: Double, course: Scenario.Course)], knocks: [Double] = []
  ) throws -> Bool {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for one in connections {
      scenario.incoming(host, from: "10.1.0.5", at: one.start, course: one.course, length: 60)
    }
    for start in knocks {
      scenario.listener(
        "rdpcorets-131", .connectionAccepted, on: host, at: start, activity: scenario.activity(), phase: .tcp,
        fields: [.transport: "TCP", .peer: "10.1.0.77:50001"])
    }
    scenario.log(
      rule, .certificateFault, on: host, at: moment, channel: "System", provider: provider, phase: .tls,
      alone: true)
    let conditions = scenario.correlated().episodes.filter { $0.kind == .hostCondition }
    return try #require(conditions.first).isRemoteDesktop
  }

  @Test func `a fault while the listener took no connection is another service's`() throws {
    #expect(try !isRemoteDesktop(faultAt: 900, connections: [(0, .works(seconds: 60))]))
  }

  @Test func `one beside a connection that had got through is another service's`() throws {
    #expect(try !isRemoteDesktop(faultAt: 12, connections: [(0, .works(seconds: 60))]))
  }

  @Test func `one beside a connection that had not got through may be Remote Desktop's`() throws {
    #expect(
      try isRemoteDesktop(
        faultAt: 20, connections: [(-900, .works(seconds: 60)), (0, .works(seconds: 60))], knocks: [-4]))
  }

  @Test func `one before the listener's log begins may be Remote Desktop's`() throws {
    #expect(try isRemoteDesktop(faultAt: -900, connections: [(0, .works(seconds: 60))]))
  }

  @Test func `a fault of the listener itself is Remote Desktop's at any time`() throws {
    #expect(
      try isRemoteDesktop(
        faultAt: 900, rule: "rcm-1057",
        provider: "Microsoft-Windows-TerminalServices-RemoteConnectionManager",
        connections: [(0, .works(seconds: 60))]))
  }
}
