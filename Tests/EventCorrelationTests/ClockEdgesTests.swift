import EventSignals
import TestSupport
import Testing
import WindowsEventLog

@testable import EventCorrelation

struct ClockEdgesTests {
  /// A client that a gateway turns away from a machine five times, and one that reaches that machine by itself
  /// half an hour later.
  private func site() -> CorrelatedSite {
    var scenario = Scenario()
    let turnedAway = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let direct = scenario.machine("PC-HAZEL", address: "10.1.0.6")
    let gateway = scenario.machine("GW-OAK", address: "10.1.0.2")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for start in [0.0, 176, 326, 468, 613] {
      let activity = scenario.activity()
      scenario.client(
        "client-1024", .attemptStarted, on: turnedAway, at: start - 0.6, activity: activity, phase: .name,
        fields: [.target: "TS-BIRCH"])
      scenario.client(
        "client-1026", .clientDisconnected, on: turnedAway, at: start + 1, activity: activity, phase: .end,
        fields: [.reason: "50331674"])
      for (rule, role, after) in [
        ("gateway-312", SignalRole.gatewayConnected, 0.0), ("gateway-301", .gatewayDenied, 0.8),
      ] {
        scenario.gateway(
          rule, role, on: gateway, at: start + after, phase: .nla,
          fields: [.user: "ann", .peer: "10.1.0.5", .target: "TS-BIRCH"])
      }
    }
    let start = 613 + 1800.0
    scenario.connect(direct, to: host, at: start, user: "bob", course: .refused(reason: 2055))
    return scenario.correlated()
  }

  @Test func `a connection that is beyond doubt one client's ties no other client's clock`() throws {
    let site = site()
    let gateway = try #require(site.hosts.first { $0.name == "GW-OAK" })
    let caller = try #require(site.hosts.first { $0.name == "PC-ALDER" })
    let other = try #require(site.hosts.first { $0.name == "PC-HAZEL" })
    #expect(caller.clock.source == .links)
    #expect(abs(caller.clock.offset - gateway.clock.offset) < 1)
    #expect(abs(other.clock.offset - gateway.clock.offset) < 5)
  }

  @Test func `a client that found no address reached no server`() {
    var scenario = Scenario()
    let lost = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let other = scenario.machine("PC-HAZEL", address: "10.1.0.6")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.connect(lost, to: host, at: 0, course: .unanswered(reason: 1288))
    scenario.connect(other, to: host, at: 12, course: .breaksInHandshake(reason: 2308), clientLogs: false)
    let site = scenario.correlated()
    #expect(site.episodes.allSatisfy { episode in Set(episode.members.map(\.host)).count == 1 })
    #expect(site.hosts.allSatisfy { $0.clock.source == .assumed })
  }

  @Test func `a session that called from the client's own address went through no gateway`() throws {
    var scenario = Scenario()
    let client = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let gateway = scenario.machine("GW-OAK", address: "10.1.0.2", ahead: -18000)
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.connect(client, to: host, at: 0, user: "bob", course: .refused(reason: 2055), via: "10.1.0.2")
    for (rule, role, after) in [
      ("gateway-302", SignalRole.gatewayForwarded, 0.02), ("gateway-303", .gatewayClosed, 2.0),
    ] {
      scenario.gateway(
        rule, role, on: gateway, at: after, phase: .session,
        fields: [.user: "bob", .peer: "10.1.0.5", .target: "TS-BIRCH"])
    }
    scenario.connect(client, to: host, at: 5000, user: "bob", course: .works(seconds: 20))
    let own = scenario.signals.last { $0.rule == "client-1024" }?.activityID
    scenario.client(
      "client-1029", .attemptProgress, on: client, at: 5000.01, activity: own,
      phase: .name, fields: [.detail: UserNameHash.digest(of: "bob")])
    scenario.connect(client, to: host, at: 9000, user: "bob", course: .refused(reason: 2055))
    let site = scenario.correlated()
    let clocks = try ["GW-OAK", "TS-BIRCH"].map { name in
      try #require(site.hosts.first { $0.name == name }).clock.offset
    }
    #expect(abs(clocks[0] - clocks[1] + 18000) < 3)
  }
}
