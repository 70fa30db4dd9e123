import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct ShortTunnelsTests {
  private func tunnel(
    _ scenario: inout Scenario, _ gateway: Scenario.Machine, at start: Double, seconds: Int
  ) {
    let steps: [(String, SignalRole, Double)] = [
      ("gateway-200", .gatewayAuthorized, 0.1), ("gateway-302", .gatewayForwarded, 0.4),
      ("gateway-303", .gatewayClosed, Double(seconds) + 0.4),
    ]
    for (rule, role, delay) in steps {
      scenario.gateway(
        rule, role, on: gateway, at: start + delay,
        fields: [.user: "CONTOSO\\ann", .peer: "203.0.113.5", .target: "ts-birch", .count: String(seconds)])
    }
  }

  private func outcomes(_ tunnels: [(at: Double, seconds: Int)]) -> [Episode.Outcome] {
    var scenario = Scenario()
    let gateway = scenario.machine("GW-ELM", address: "10.1.0.3")
    for one in tunnels { tunnel(&scenario, gateway, at: one.at, seconds: one.seconds) }
    scenario.log("kernel-general-16", .context, on: gateway, at: 7000)
    return scenario.correlated().episodes.map(\.outcome)
  }

  @Test func `a tunnel of seconds that nothing follows is a failure behind the gateway`() {
    #expect(outcomes([(0, 5)]) == [.failed])
  }

  @Test func `a probe of a second is none`() {
    #expect(outcomes([(0, 1)]) == [.succeeded])
  }

  @Test func `a short tunnel before the real one only prepared it`() {
    #expect(outcomes([(0, 4), (20, 3000)]) == [.succeeded, .succeeded])
  }

  @Test func `work through a tunnel is no failure`() {
    #expect(outcomes([(0, 900)]) == [.succeeded])
  }
}
