import EventSignals
import TestSupport
import Testing
import WindowsEventLog

@testable import EventCorrelation

struct AcquaintanceTests {
  /// Two refusals behind a gateway; only of the first the host says what the caller calls itself.
  private func clients(secondPeer: String) -> [String?] {
    var scenario = Scenario()
    let gateway = scenario.machine("GW-OAK", address: "10.1.0.2")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for (start, peer, name) in [(0.0, "10.1.0.5", "PC-ALDER"), (300, secondPeer, nil)] {
      for (rule, role, after) in [
        ("gateway-312", SignalRole.gatewayConnected, 0.0), ("gateway-302", .gatewayForwarded, 0.5),
        ("gateway-303", .gatewayClosed, 4),
      ] {
        scenario.gateway(
          rule, role, on: gateway, at: start + after, phase: .nla,
          fields: [.user: "ann", .peer: peer, .target: "TS-BIRCH"])
      }
      scenario.incoming(
        host, from: "10.1.0.2", at: start + 0.55, course: .refused(reason: 2055), length: 3.4, user: "ann",
        workstation: name)
    }
    return scenario.correlated().episodes.filter { $0.kind == .connectionAttempt }.map(\.client)
  }

  @Test func `a caller behind a gateway keeps the name it once had at its address`() {
    #expect(clients(secondPeer: "10.1.0.5") == ["pc-alder", "pc-alder"])
    #expect(clients(secondPeer: "10.1.0.6") == ["pc-alder", "10.1.0.6"])
  }
}
