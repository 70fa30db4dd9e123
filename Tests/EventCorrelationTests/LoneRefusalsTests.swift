import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct LoneRefusalsTests {
  /// Clients whose clocks are far from the gateway's, each turned away once.
  private func site(attempts: [String], refusals: Int) -> CorrelatedSite {
    var scenario = Scenario()
    let gateway = scenario.machine("GW-OAK", address: "10.1.0.2")
    for (number, name) in attempts.enumerated() {
      let client = scenario.machine(name, address: "10.1.0.\(5 + number)", ahead: 140)
      let activity = scenario.activity()
      scenario.client(
        "client-1024", .attemptStarted, on: client, at: 0, activity: activity, phase: .name,
        fields: [.target: "TS-BIRCH"])
      scenario.client(
        "client-1026", .clientDisconnected, on: client, at: 1.6, activity: activity, phase: .end,
        fields: [.reason: "50331703"])
    }
    for number in 0..<refusals {
      scenario.gateway(
        "gateway-305", .gatewayDenied, on: gateway, at: 1 + 60 * Double(number), phase: .nla,
        fields: [.user: "user\(number)", .peer: "10.1.9.\(9 + number)"])
    }
    return scenario.correlated()
  }

  @Test func `one client turned away and one refusal are one attempt`() {
    let site = site(attempts: ["PC-ALDER"], refusals: 1)
    #expect(site.episodes.count == 1)
    #expect(site.hosts.contains { $0.clock.source == .links && abs(abs($0.clock.offset) - 140) < 2 })
  }

  @Test func `where two may be meant nothing is tied`() {
    #expect(site(attempts: ["PC-ALDER"], refusals: 2).hosts.allSatisfy { $0.clock.source == .assumed })
    let two = site(attempts: ["PC-ALDER", "PC-HAZEL"], refusals: 1)
    #expect(two.hosts.allSatisfy { $0.clock.source == .assumed })
  }
}
