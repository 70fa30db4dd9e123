import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

/// A domain controller sees no connection; its clock is told by the refusals it answers.
struct AuthorityTiesTests {
  private func vouch(
    _ scenario: inout Scenario, _ controller: Scenario.Machine, at moment: Double, user: String = "ann",
    workstation: String = "PC-ALDER"
  ) {
    scenario.log(
      "security-4776", .authenticationFailed, on: controller, at: moment, channel: "Security",
      provider: "Microsoft-Windows-Security-Auditing", proves: .domainController,
      fields: [.user: user, .workstation: workstation, .status: "0xc000006a"])
  }

  /// Refused attempts at the given moments; the host asks the controller 10 ms before it writes its own event.
  private func site(ahead: Double, at starts: [Double], workstation: String = "PC-ALDER") -> CorrelatedSite {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    let controller = scenario.machine("DC-CEDAR", address: "10.1.0.2", ahead: ahead)
    for start in starts {
      scenario.connect(pc, to: host, at: start, course: .refused(reason: 2055))
      let refused = start + 0.05 + 0.6 * 3.4
      vouch(&scenario, controller, at: refused - 0.01, workstation: workstation)
    }
    return scenario.correlated()
  }

  @Test func `a controller minutes off keeps the refusals it vouched for`() throws {
    for ahead in [47.0, -305, 3600.4] {
      let site = site(ahead: ahead, at: [0, 31, 75, 140])
      let controller = try #require(site.hosts.firstIndex { $0.name == "DC-CEDAR" })
      let host = try #require(site.hosts.firstIndex { $0.name == "TS-BIRCH" })
      let offset = site.hosts[controller].clock.offset - site.hosts[host].clock.offset
      #expect(abs(offset - ahead) < 0.5, "\(ahead) s came out as \(offset)")
      let attempts = site.episodes.filter { $0.kind == .connectionAttempt }
      #expect(attempts.count == 4)
      #expect(attempts.allSatisfy { $0.members.contains { $0.host == controller } })
    }
  }

  @Test func `one refusal fits any shift and ties nothing`() throws {
    let site = site(ahead: 47, at: [0])
    let controller = try #require(site.hosts.first { $0.name == "DC-CEDAR" })
    #expect(controller.clock.source == .assumed)
  }

  @Test func `refusals of another caller tie nothing`() throws {
    let site = site(ahead: 47, at: [0, 31, 75], workstation: "PC-ROWAN")
    let controller = try #require(site.hosts.first { $0.name == "DC-CEDAR" })
    #expect(controller.clock.source == .assumed)
  }

  @Test func `connections that two machines saw weigh more than refusals`() throws {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5", ahead: 12)
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    let controller = scenario.machine("DC-CEDAR", address: "10.1.0.2", ahead: -20)
    for start in [0.0, 40, 95] {
      scenario.connect(pc, to: host, at: start, course: .refused(reason: 2055))
      vouch(&scenario, controller, at: start + 2.08)
    }
    let site = scenario.correlated()
    let client = try #require(site.hosts.first { $0.name == "PC-ALDER" })
    let server = try #require(site.hosts.first { $0.name == "TS-BIRCH" })
    #expect(abs(client.clock.offset - server.clock.offset - 12) < 0.5)
  }
}

extension AuthorityTiesTests {
  @Test func `a broker's refusal joins the attempt it is about though its clock is off`() throws {
    for starts in [[0.0], [0, 50, 130]] {
      var scenario = Scenario()
      let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
      let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
      let broker = scenario.machine("CB-ELM", address: "10.1.0.3", ahead: -70)
      for start in starts {
        scenario.connect(pc, to: host, at: start, course: .lost(seconds: 3, reason: 3))
        scenario.log(
          "broker-802", .brokerFailed, on: broker, at: start + 1.6, proves: .broker, alone: true,
          fields: [.user: "CONTOSO\\ann"])
        scenario.log(
          "broker-client-1306", .brokerFailed, on: host, at: start + 1.7, proves: .sessionHost, alone: true,
          fields: [.user: "CONTOSO\\ann"])
      }
      let site = scenario.correlated()
      let machine = try #require(site.hosts.firstIndex { $0.name == "CB-ELM" })
      #expect(site.episodes.allSatisfy { $0.kind == .connectionAttempt })
      #expect(site.episodes.allSatisfy { $0.members.contains { $0.host == machine } })
    }
  }

  @Test func `a licence server is tied by the rhythm in which it refuses`() throws {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    let licences = scenario.machine("LIC-ASH", address: "10.1.0.4", ahead: 7195)
    for start in [0.0, 62, 113, 185, 252] {
      scenario.connect(pc, to: host, at: start, course: .refused(reason: 2056))
      for (machine, rule, role) in [
        (host, "rcm-1004", HostRole.sessionHost), (licences, "license-21", .licenseServer),
      ] {
        scenario.log(rule, .licenseFailed, on: machine, at: start + 2, proves: role, alone: true)
      }
    }
    let site = scenario.correlated()
    let clock = try #require(site.hosts.first { $0.name == "LIC-ASH" }?.clock)
    #expect(clock.source == .links)
    #expect(abs(clock.offset - 7195) < 2)
  }
}
