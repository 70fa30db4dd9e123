import EventSignals
import TestSupport
import Testing
import WindowsEventLog

@testable import EventCorrelation

struct GatewayTracesTests {
  /// The gateway's view of connections of one user, by their signals at the given seconds.
  private func traces(_ signals: [(SignalRole, Double)]) -> [[SignalRole]] {
    var scenario = Scenario()
    let gateway = scenario.machine("GW-OAK", address: "10.1.0.2")
    for (role, moment) in signals {
      scenario.gateway(
        "gateway-\(role)", role, on: gateway, at: moment, phase: .nla,
        fields: [.user: "ann", .peer: "10.1.0.5", .target: "TS-BIRCH"])
    }
    return scenario.correlated().episodes.map { $0.members.map(\.signal.role) }
  }

  @Test func `a connection that lacks its hello and one that lacks its end are two`() {
    let whole: [SignalRole] = [.gatewayConnected, .gatewayAuthorized, .gatewayForwarded]
    let bare: [SignalRole] = [.gatewayAuthorized, .gatewayForwarded, .gatewayClosed]
    let times = [0.0, 0.5, 0.6, 30, 30.3, 33]
    #expect(traces(Array(zip(whole + bare, times))) == [whole, bare])
  }

  @Test func `the second channel of a connection is no second connection`() {
    let roles: [SignalRole] = [.gatewayConnected, .gatewayAuthorized, .gatewayForwarded, .gatewayForwarded]
    #expect(traces(Array(zip(roles, [0.0, 0.5, 0.6, 3]))) == [roles])
  }
}
