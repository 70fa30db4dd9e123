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

extension CorrelatorTests {
  @Test func `a client behind the router of another is tied by the rhythm of its attempts`() throws {
    var scenario = Scenario()
    let other = scenario.machine("PC-ROWAN", address: "10.1.0.6")
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5", ahead: 62)
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.connect(other, to: host, at: -5000, user: "bob", course: .refused(reason: 2055), via: "10.9.9.1")
    for start in [0.0, 70, 155] {
      scenario.connect(pc, to: host, at: start, course: .breaksInHandshake(reason: 2308), via: "10.9.9.1")
    }
    let site = scenario.correlated()
    let clients = Dictionary(uniqueKeysWithValues: site.hosts.map { ($0.name, $0.clock.offset) })
    #expect(abs(try #require(clients["PC-ALDER"]) - (try #require(clients["TS-BIRCH"])) - 62) < 0.5)
    #expect(site.episodes.count == 4)
    #expect(site.episodes.map(\.client) == ["PC-ROWAN", "PC-ALDER", "PC-ALDER", "PC-ALDER"])
  }

  @Test func `a client that crashes in a session loses it`() throws {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    scenario.client(
      "client-1024", .attemptStarted, on: pc, at: 0, activity: nil, fields: [.target: "TS-BIRCH"])
    scenario.client("client-1027", .clientConnected, on: pc, at: 2, activity: nil, phase: .session)
    scenario.log(
      "app-1000-mstsc", .processCrashed, on: pc, at: 900, channel: "Application", proves: .client, alone: true
    )
    let site = scenario.correlated()
    #expect(site.episodes.map(\.outcome) == [.lost])
    #expect(site.episodes.first?.members.count == 3)
  }

  @Test func `without ActivityIDs the end of a session is not that of a later connection`() {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.incoming(host, from: "10.1.0.5", at: 0, course: .works(seconds: 400), length: 400)
    scenario.incoming(
      host, from: "10.1.0.6", at: 60, course: .breaksInHandshake(reason: 0), length: 0.6, user: "bob")
    let bare = scenario.signals.map { signal in
      Signal(
        rule: signal.rule, role: signal.role, proves: signal.proves, phase: signal.phase,
        standsAlone: signal.standsAlone, event: signal.event, activityID: nil, fields: signal.fields,
        summary: signal.summary)
    }
    let site = Correlator().correlate(signals: bare, coverage: [])
    #expect(site.episodes.map(\.outcome) == [.succeeded, .failed])
    #expect(site.episodes.last.map { $0.end.seconds(since: $0.start) < 2 } == true)
  }

  private func tunnel(
    _ scenario: inout Scenario, _ gateway: Scenario.Machine, _ rule: String, _ role: SignalRole,
    at moment: Double,
    peer: String? = "192.0.2.5", target: String? = nil
  ) {
    var fields: SignalFields = [.user: "CONTOSO\\ann"]
    fields[.peer] = peer
    fields[.target] = target
    scenario.gateway(
      rule, role, on: gateway, at: moment, fields: fields)
  }

  @Test func `a gateway's refusal is the client's though both know nothing of each other`() {
    for ahead in [0.0, -86, 7201] {
      var scenario = Scenario()
      let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
      let gateway = scenario.machine("GW-CEDAR", address: "10.1.0.2", ahead: ahead)
      for start in [0.0, 130] {
        scenario.client(
          "client-1024", .attemptStarted, on: pc, at: start, activity: nil, fields: [.target: "TS-BIRCH"])
        tunnel(&scenario, gateway, "gateway-312", .gatewayConnected, at: start + 0.6)
        tunnel(&scenario, gateway, "gateway-201", .gatewayDenied, at: start + 1.3)
        scenario.client(
          "client-1026", .clientDisconnected, on: pc, at: start + 1.7, activity: nil, phase: .end,
          fields: [.reason: "50331675"])
      }
      let site = scenario.correlated()
      #expect(site.episodes.map(\.members.count) == [4, 4], "clocks \(ahead) s apart")
      #expect(site.episodes.allSatisfy { $0.client == "PC-ALDER" && $0.gateway == "GW-CEDAR" })
    }
  }

  @Test func `a policy server's word before that of the gateway is the same attempt`() {
    var scenario = Scenario()
    let gateway = scenario.machine("GW-CEDAR", address: "10.1.0.2")
    for start in [0.0, 200] {
      tunnel(&scenario, gateway, "security-6274", .gatewayDenied, at: start, peer: nil)
      tunnel(&scenario, gateway, "gateway-201", .gatewayDenied, at: start + 0.1)
    }
    #expect(scenario.correlated().episodes.map(\.members.count) == [2, 2])
  }

  @Test func `a gateway's target known by an address alone is where its user shows up`() throws {
    var scenario = Scenario()
    let gateway = scenario.machine("GW-CEDAR", address: "10.1.0.2")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for start in [0.0, 170] {
      tunnel(&scenario, gateway, "gateway-312", .gatewayConnected, at: start)
      tunnel(&scenario, gateway, "gateway-302", .gatewayForwarded, at: start + 0.5, target: host.address)
      scenario.incoming(
        host, from: gateway.address, at: start + 0.55, course: .refused(reason: 0), length: 1)
      tunnel(&scenario, gateway, "gateway-303", .gatewayClosed, at: start + 1.6, target: host.address)
    }
    let site = scenario.correlated()
    #expect(site.episodes.count == 2)
    #expect(site.episodes.allSatisfy { $0.gateway == "GW-CEDAR" && $0.server == "TS-BIRCH" })
  }
}
