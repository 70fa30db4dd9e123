import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

/// A firewall that drops the packets of an attempt shows when it began.
struct BlockedTiesTests {
  private func site(
    ahead: Double, at starts: [Double], from peer: String = "10.1.0.5"
  ) -> CorrelatedSite {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9", ahead: ahead)
    for start in starts {
      scenario.connect(pc, to: host, at: start, course: .unanswered(reason: 516))
      for pause in [0.05, 3.05, 9.05] {
        scenario.log(
          "security-5152", .firewallBlocked, on: host, at: start + pause, channel: "Security",
          provider: "Microsoft-Windows-Security-Auditing", phase: .tcp, alone: true, fields: [.peer: peer])
      }
    }
    return scenario.correlated()
  }

  @Test func `packets dropped minutes or hours off belong to the attempts they came from`() throws {
    for ahead in [77.0, -210, 7200.6] {
      let site = site(ahead: ahead, at: [0, 70, 190])
      #expect(site.episodes.map(\.kind) == [.connectionAttempt, .connectionAttempt, .connectionAttempt])
      #expect(site.episodes.allSatisfy { $0.members.count == 5 })
      let shift = site.hosts[1].clock.offset - site.hosts[0].clock.offset
      #expect(abs(shift - ahead) < 0.5, "\(ahead) s came out as \(shift)")
    }
  }

  @Test func `one attempt and one burst are one while the clocks may be a domain's`() {
    #expect(site(ahead: 120, at: [0]).episodes.count == 1)
    #expect(site(ahead: 5000, at: [0]).episodes.count == 2)
  }

  @Test func `packets of somebody from the internet tie nothing`() {
    let site = site(ahead: 120, at: [0, 70, 190], from: "203.0.113.9")
    #expect(site.hosts.allSatisfy { $0.clock.source == .assumed })
  }
}
