import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct HostConditionsTests {
  @Test func `a fault without an attempt is a condition of its host`() throws {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.log("scm-7034-termservice", .serviceFailed, on: host, at: 0, alone: true)
    scenario.log("scm-7034-termservice", .serviceFailed, on: host, at: 600, alone: true)
    scenario.log("gp-1502", .policyChanged, on: host, at: 601)
    let episode = try #require(scenario.correlated().episodes.first)
    #expect(scenario.correlated().episodes.count == 1)
    #expect(episode.kind == .hostCondition)
    #expect(episode.outcome == .failed)
    #expect(episode.server == "TS-BIRCH")
    #expect(episode.client == nil)
    #expect(episode.members.count == 2)
  }

  @Test(arguments: [(3.0, 0), (9_000.0, 1)])
  func `a service that stops as its machine shuts down is no fault`(shutdown: Double, count: Int) {
    var scenario = Scenario()
    let host = scenario.machine("CB-ROWAN", address: "10.1.0.9")
    scenario.log("scm-7036-broker-stopped", .serviceStopped, on: host, at: 0, alone: true)
    scenario.log("eventlog-6006", .hostStopped, on: host, at: shutdown)
    #expect(scenario.correlated().episodes.count == count)
  }

  @Test func `a fault before a connection that worked is background`() {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.log("rcm-1057", .certificateFault, on: host, at: 0, alone: true)
    scenario.connect(pc, to: host, at: 3000, course: .works(seconds: 60))
    #expect(scenario.correlated().episodes.map(\.outcome) == [.succeeded, .succeeded])
  }

  @Test(arguments: [(false, [Episode.Outcome.failed, .succeeded]), (true, [.succeeded])])
  func `a certificate that cannot be used stays so until another is chosen`(
    renewed: Bool, outcomes: [Episode.Outcome]
  ) {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    let provider = "Microsoft-Windows-TerminalServices-RemoteConnectionManager"
    scenario.log("rcm-1062", .certificateFault, on: host, at: 0, provider: provider, alone: true)
    if renewed { scenario.log("rcm-1063", .certificateRenewed, on: host, at: 600, provider: provider) }
    scenario.connect(pc, to: host, at: 3000, course: .works(seconds: 60))
    #expect(scenario.correlated().episodes.map(\.outcome) == outcomes)
  }

  @Test func `a fault inside a failed attempt is no condition of its own`() {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.connect(pc, to: host, at: 0, course: .breaksInHandshake(reason: 2308))
    scenario.log("schannel-36870", .certificateFault, on: host, at: 0.4, phase: .tls, alone: true)
    let site = scenario.correlated()
    #expect(site.episodes.map(\.kind) == [.connectionAttempt])
    #expect(site.episodes.first?.members.contains { $0.signal.rule == "schannel-36870" } == true)
  }

  @Test func `the same fault hours later goes on with the condition, another one does not`() {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.log("rcm-1057", .certificateFault, on: host, at: 0, alone: true)
    scenario.log("scm-7034", .serviceFailed, on: host, at: 20_000, alone: true)
    scenario.log("rcm-1057", .certificateFault, on: host, at: 40_000, alone: true)
    #expect(scenario.correlated().episodes.map(\.members.count) == [2, 1])
  }
}

extension HostConditionsTests {
  @Test func `a fault that struck two connections is no background to a third that worked`() {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.log("termdd-56-altered", .authenticationFailed, on: host, at: 0, alone: true)
    scenario.log("termdd-56-altered", .authenticationFailed, on: host, at: 200, alone: true)
    scenario.connect(pc, to: host, at: 3000, course: .works(seconds: 60))
    #expect(scenario.correlated().episodes.map(\.outcome) == [.failed, .succeeded])
  }

  @Test func `a listener that came up again was only stopped`() {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.log("scm-7036-termservice-stopped", .serviceStopped, on: host, at: 0, alone: true)
    scenario.log("rcm-258", .listenerUp, on: host, at: 20)
    #expect(scenario.correlated().episodes.map(\.outcome) == [.succeeded])
  }

  private func stopListener(shutdown: Double?) -> [Episode] {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.log("rcm-259", .listenerDown, on: host, at: 0, proves: .sessionHost, alone: true)
    if let shutdown { scenario.log("kernel-general-13", .hostStopped, on: host, at: shutdown) }
    return scenario.correlated().episodes
  }

  @Test func `a listener stops with its host, and otherwise for a reason`() {
    #expect(stopListener(shutdown: 20).isEmpty)
    #expect(stopListener(shutdown: nil).map(\.outcome) == [.failed])
    #expect(stopListener(shutdown: 4000).map(\.outcome) == [.failed])
  }

  @Test func `a firewall that keeps the internet out does its duty`() {
    for (peer, count) in [("203.0.113.9", 0), ("10.1.0.5", 1)] {
      var scenario = Scenario()
      let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
      scenario.log(
        "security-5157", .firewallBlocked, on: host, at: 0, channel: "Security", phase: .tcp, alone: true,
        fields: [.peer: peer])
      #expect(scenario.correlated().episodes.count == count, "from \(peer)")
    }
  }

  @Test func `silence in the handshake is a failure where the caller is one of ours`() {
    for (peer, outcome) in [("10.1.0.5", Episode.Outcome.failed), ("203.0.113.9", .harmless)] {
      var scenario = Scenario()
      let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
      let activity = scenario.activity()
      scenario.listener(
        "rdpcorets-131", .connectionAccepted, on: host, at: 0, activity: activity, phase: .tcp,
        fields: [.transport: "TCP", .peer: "\(peer):50001"])
      scenario.listener(
        "rdpcorets-143", .connectionError, on: host, at: 21, activity: activity, fields: [.error: "121"])
      scenario.listener(
        "rdpcorets-103", .connectionClosed, on: host, at: 21.1, activity: activity, phase: .end,
        fields: [.reason: "14"])
      #expect(scenario.correlated().episodes.map(\.outcome) == [outcome], "from \(peer)")
    }
  }
}

extension HostConditionsTests {
  @Test func `packets of one caller stay a matter though others get in`() {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for at in [0.0, 3, 9, 120, 123, 129] {
      scenario.log(
        "security-5152", .firewallBlocked, on: host, at: at, channel: "Security", phase: .tcp, alone: true,
        fields: [.peer: "10.1.0.77"])
    }
    scenario.connect(pc, to: host, at: 3000, course: .works(seconds: 60))
    #expect(scenario.correlated().episodes.map(\.outcome) == [.failed, .succeeded])
  }

  @Test(arguments: [(nil, Episode.Outcome.failed), (90.0, .succeeded), (-90, .failed)])
  func `what a broker refuses is over when the host joins its farm`(joined: Double?, outcome: Episode.Outcome)
  {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    let provider = "Microsoft-Windows-TerminalServices-SessionBroker-Client"
    for moment in [0.0, 60] {
      scenario.log("broker-client-1280", .brokerFailed, on: host, at: moment, provider: provider, alone: true)
    }
    if let joined {
      scenario.log("broker-client-1281", .brokerProgress, on: host, at: joined, provider: provider)
    }
    #expect(scenario.correlated().episodes.map(\.outcome) == [outcome])
  }
}
