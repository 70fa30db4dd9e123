import EventSignals
import TestSupport
import Testing
import WindowsEventLog

@testable import EventCorrelation

/// Whole sites, made by `Scenario`.
struct CorrelatorTests {
  @Test func `a refused logon seen by both machines is one failed attempt`() throws {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER.contoso.com", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH.contoso.com", address: "10.1.0.9")
    scenario.connect(pc, to: host, at: 0, course: .refused(reason: 2055))
    let site = scenario.correlated()
    let episode = try #require(site.episodes.first)
    #expect(site.episodes.count == 1)
    #expect(episode.outcome == .failed)
    #expect(episode.members.count == scenario.signals.count)
    #expect(episode.client == "PC-ALDER.contoso.com")
    #expect(episode.server == "TS-BIRCH.contoso.com")
    #expect(episode.user == "ann")
    #expect(episode.disconnectReason == 2055)
    #expect(episode.phase == .nla)
    #expect(episode.links.contains { $0.kind == .address })
  }

  @Test func `a probe and the connection after it are one attempt that works`() {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.connect(pc, to: host, at: 0, course: .works(seconds: 300), probe: true)
    let site = scenario.correlated()
    #expect(site.episodes.map(\.outcome) == [.succeeded])
    #expect(site.episodes.first?.members.count == scenario.signals.count)
  }

  @Test func `a probe that only the host saw is no failure either`() {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.connect(pc, to: host, at: 0, course: .works(seconds: 300), probe: true, clientLogs: false)
    #expect(scenario.correlated().episodes.map(\.outcome) == [.succeeded])
  }

  @Test func `a storm of retries fits whatever the clocks show`() throws {
    for ahead in [0.0, -153.7, 3601.2] {
      var scenario = Scenario()
      let pc = scenario.machine("PC-ALDER", address: "10.1.0.5", ahead: ahead)
      let host = scenario.machine("TS-BIRCH", address: "10.1.0.9", ahead: 0.4)
      for start in [0, 41.9, 50.8, 61, 98.9, 130.2] {
        scenario.connect(pc, to: host, at: start, course: .breaksInHandshake(reason: 2308))
      }
      let site = scenario.correlated()
      #expect(site.episodes.count == 6)
      #expect(site.episodes.allSatisfy { $0.outcome == .failed && $0.disconnectReason == 2308 })
      let offset = site.hosts[0].clock.offset - site.hosts[1].clock.offset
      #expect(abs(offset - (ahead - 0.4)) < 0.5, "clock \(ahead) s ahead came out as \(offset)")
      #expect(site.hosts.allSatisfy { $0.clock.source == .links })
    }
  }

  @Test func `a lost session is lost, and its client and host stay one attempt`() {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5", ahead: 6)
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.connect(pc, to: host, at: 0, course: .lost(seconds: 840, reason: 2308))
    let site = scenario.correlated()
    #expect(site.episodes.map(\.outcome) == [.lost])
    #expect(site.episodes.first?.phase == .session)
  }

  @Test func `a stranger's session during mine is an attempt of its own`() {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.connect(pc, to: host, at: 0, course: .works(seconds: 900))
    scenario.incoming(
      host, from: "10.1.0.77", at: 300, course: .works(seconds: 60), length: 60, user: "bob", session: "77")
    let site = scenario.correlated()
    #expect(site.episodes.count == 2)
    #expect(Set(site.episodes.map(\.user)) == ["ann", "bob"])
  }

  @Test func `clocks that nothing ties are assumed right`() {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.connect(pc, to: host, at: 0, course: .unanswered(reason: 516))
    scenario.incoming(host, from: "10.1.0.77", at: 1000, course: .works(seconds: 60), length: 60)
    let site = scenario.correlated()
    #expect(site.hosts.allSatisfy { $0.clock.source == .assumed && $0.clock.offset == 0 })
    #expect(site.hosts.allSatisfy { $0.clock.uncertainty == 2 })
    #expect(site.episodes.map(\.outcome).sorted { $0.rawValue < $1.rawValue } == [.failed, .succeeded])
  }

  @Test func `an offset the user gives wins`() {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5", ahead: 90)
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.connect(pc, to: host, at: 0, course: .unanswered(reason: 516))
    scenario.log("scm-7034-termservice", .serviceStopped, on: host, at: -5, alone: true)
    let site = scenario.correlated(options: .init(clockOffsets: ["pc-alder": 90]))
    #expect(site.hosts.first?.clock.source == .given)
    #expect(site.episodes.last?.start == Scenario.origin)
  }

  @Test func `a step of a clock is followed`() throws {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9", ahead: 40)
    scenario.connect(pc, to: host, at: 0, course: .refused(reason: 2055))
    scenario.setClock(host, at: 200, ahead: 0.5)
    scenario.connect(pc, to: host, at: 400, course: .refused(reason: 2055))
    let site = scenario.correlated()
    let clock = try #require(site.hosts.last?.clock)
    #expect(clock.steps.count == 1)
    #expect(abs(clock.offset - site.hosts[0].clock.offset - 0.5) < 0.3)
    #expect(abs(clock.initialOffset - clock.offset - 39.5) < 0.01)
    #expect(site.episodes.count == 2)
    #expect(abs((site.episodes.last?.start.seconds(since: site.episodes[0].start) ?? 0) - 400) < 0.5)
  }

  @Test func `a gateway in between joins three machines in one attempt`() throws {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "192.0.2.5", ahead: 2)
    let gateway = scenario.machine("GW-CEDAR", address: "10.1.0.2", ahead: 57)
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9", ahead: -1)
    for start in [0.0, 700] {
      scenario.connect(pc, to: host, at: start, course: .works(seconds: 120), via: gateway.address)
      for (rule, role, after) in [
        ("gateway-312", SignalRole.gatewayConnected, 0.02), ("gateway-200", .gatewayAuthorized, 0.03),
        ("gateway-300", .gatewayAuthorized, 0.04), ("gateway-302", .gatewayForwarded, 0.045),
        ("gateway-303", .gatewayClosed, 120.1),
      ] {
        scenario.log(
          rule, role, on: gateway, at: start + after, channel: "Microsoft-Windows-TerminalServices-Gateway",
          proves: .gateway, phase: .tcp,
          fields: [.user: "CONTOSO\\ann", .peer: pc.address, .target: "TS-BIRCH"])
      }
    }
    let site = scenario.correlated()
    #expect(site.episodes.count == 2)
    let episode = try #require(site.episodes.first)
    #expect(episode.gateway == "GW-CEDAR")
    #expect(episode.server == "TS-BIRCH")
    #expect(episode.client == "PC-ALDER")
    #expect(Set(episode.members.map(\.host)).count == 3)
    let offsets = Dictionary(uniqueKeysWithValues: site.hosts.map { ($0.name, $0.clock.offset) })
    #expect(abs((offsets["GW-CEDAR"] ?? 0) - (offsets["TS-BIRCH"] ?? 0) - 58) < 0.5)
    #expect(abs((offsets["GW-CEDAR"] ?? 0) - (offsets["PC-ALDER"] ?? 0) - 55) < 0.5)
  }

  @Test func `the order of the input does not matter`() {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5", ahead: 12)
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for start in [0.0, 30, 75] { scenario.connect(pc, to: host, at: start, course: .refused(reason: 2055)) }
    let site = scenario.correlated()
    let other = Correlator().correlate(
      signals: scenario.signals.reversed(), coverage: scenario.coverage().reversed())
    #expect(site.episodes == other.episodes)
    #expect(site.timeline == other.timeline)
    #expect(site.hosts == other.hosts)
    #expect(site.coverage == other.coverage)
  }

  @Test func `what two exports hold counts once`() {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.connect(pc, to: host, at: 0, course: .refused(reason: 2055))
    let copies = scenario.signals.map { signal in
      var copy = signal
      copy.event.source = "again.xml"
      // Another export writes microseconds.
      copy.event.rawTime.ticks -= copy.event.rawTime.ticks % 10
      return copy
    }
    let site = Correlator().correlate(signals: scenario.signals + copies, coverage: [])
    #expect(site.timeline.count == scenario.signals.count)
    #expect(site.episodes.count == 1)
  }

  @Test func `strangers from the internet are no failure`() {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for (number, start) in [0.0, 400, 900, 1500].enumerated() {
      scenario.incoming(
        host, from: "198.51.100.\(number + 1)", at: start, course: .refused(reason: 0), length: 0.6,
        user: "admin")
    }
    #expect(scenario.correlated().episodes.map(\.outcome) == [.harmless, .harmless, .harmless, .harmless])
  }

  @Test func `a domain controller's refusal joins the attempt`() {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    let controller = scenario.machine("DC-OAK", address: "10.1.0.1")
    scenario.connect(pc, to: host, at: 0, course: .refused(reason: 2055))
    scenario.log(
      "security-4776", .authenticationFailed, on: controller, at: 2, channel: "Security",
      provider: "Microsoft-Windows-Security-Auditing", proves: .domainController, phase: .nla,
      fields: [.user: "ann", .workstation: "PC-ALDER"])
    let site = scenario.correlated()
    #expect(site.episodes.count == 1)
    #expect(site.episodes.first?.members.count == scenario.signals.count)
    #expect(site.referenceHost.map { site.hosts[$0].name } == "DC-OAK")
  }
}
