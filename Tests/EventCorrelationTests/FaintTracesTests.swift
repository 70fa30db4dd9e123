import EventSignals
import TestSupport
import Testing
import WindowsEventLog

@testable import EventCorrelation

struct FaintTracesTests {
  private func alert(_ scenario: inout Scenario, on host: Scenario.Machine, at second: Double) {
    scenario.log(
      "schannel-36887-other", .tlsFailed, on: host, at: second, channel: "System", provider: "Schannel")
  }

  @Test func `faults beside nothing else are a question, the latest of them`() throws {
    var scenario = Scenario()
    let host = scenario.machine("TS-OAK", address: "10.1.0.7")
    for second in [0, 20, 400_000, 400_060] { alert(&scenario, on: host, at: Double(second)) }
    let episodes = scenario.correlated().episodes
    let question = try #require(episodes.first)
    #expect(episodes.count == 1)
    #expect(question.endsUnexplained && !question.isRemoteDesktop)
    #expect(question.outcome == .harmless)
    #expect(question.server == "TS-OAK")
    #expect(question.members.count == 2)
    #expect(question.end.seconds(since: question.start) == 60)
  }

  @Test func `a connection that worked afterwards answers the question, one before does not`() {
    for (moment, count) in [(9000.0, 0), (-9000.0, 1)] {
      var scenario = Scenario()
      let host = scenario.machine("TS-OAK", address: "10.1.0.7")
      alert(&scenario, on: host, at: 0)
      scenario.log(
        "lsm-21", .sessionStarted, on: host, at: moment,
        channel: "Microsoft-Windows-TerminalServices-LocalSessionManager/Operational",
        provider: "Microsoft-Windows-TerminalServices-LocalSessionManager",
        fields: [.user: "ann", .session: "3", .peer: "10.1.0.40"])
      #expect(scenario.correlated().episodes.count { $0.endsUnexplained } == count)
    }
  }

  @Test
  func `a refusal that names Remote Desktop is a failure, one of a share or for want of a directory is not`()
    throws
  {
    let logged: [(SignalRole, String, Episode.Outcome)] = [
      (.authenticationFailed, "termsrv/ts-oak.contoso.example", .failed),
      (.authenticationFailed, "cifs/files.contoso.example", .harmless),
      (.directoryFault, "TERMSRV/ts-oak.contoso.example", .harmless),
    ]
    for (role, name, outcome) in logged {
      var scenario = Scenario()
      let caller = scenario.machine("PC-ELM", address: "10.1.0.41")
      scenario.log(
        "lsasrv-40960-account-expired", role, on: caller, at: 0, channel: "System", provider: "LsaSrv",
        fields: [.name: name])
      let question = try #require(scenario.correlated().episodes.first)
      #expect(question.endsUnexplained)
      #expect(question.outcome == outcome, "\(name)")
      #expect(question.isRemoteDesktop == (outcome == .failed), "\(name)")
    }
  }

  @Test func `connections that a listener took are a question where no log tells what became of any`() throws
  {
    var scenario = Scenario()
    let host = scenario.machine("TS-OAK", address: "10.1.0.7")
    func take(at second: Double) {
      scenario.log(
        "rcm-261", .connectionProgress, on: host, at: second,
        channel: "Microsoft-Windows-TerminalServices-RemoteConnectionManager/Operational",
        provider: "Microsoft-Windows-TerminalServices-RemoteConnectionManager", phase: .tcp)
    }
    take(at: 0)
    take(at: 20)
    let question = try #require(scenario.correlated().episodes.first)
    #expect(question.endsUnexplained && question.isRemoteDesktop)
    #expect(question.members.count == 2)
    scenario.log(
      "rdpcorets-131", .connectionAccepted, on: host, at: 100,
      channel: "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational",
      provider: "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS", activity: "a",
      fields: [.peer: "10.1.0.40:50000"])
    #expect(!scenario.correlated().episodes.contains { $0.kind == .hostCondition })
  }

  @Test(arguments: [(-60.0, 1), (60.0, 0)])
  func `a session host whose link is lost is a question until a network comes up`(_ back: Double, count: Int)
  {
    var scenario = Scenario()
    let host = scenario.machine("TS-OAK", address: "10.1.0.7")
    scenario.sessionManager(
      "lsm-21", .sessionStarted, on: host, at: -9000, phase: nil,
      fields: [.user: "ann", .session: "3", .peer: "10.1.0.40"])
    scenario.log(
      "nic-link-down", .networkFault, on: host, at: 0, channel: "System", provider: "e1dexpress")
    scenario.log(
      "nic-link-up", .networkChanged, on: host, at: back, channel: "System", provider: "e1dexpress")
    #expect(scenario.correlated().episodes.count { $0.endsUnexplained } == count)
  }

  @Test(arguments: [
    // The machine belongs to a domain; it has started since it joined that; the public network is the last one.
    (true, true, true, 1), (false, true, true, 0), (true, false, true, 0), (true, true, false, 0),
  ])
  func `a session host that takes its own network for a public one is a question`(
    ofDomain: Bool, started: Bool, last: Bool, count: Int
  ) {
    var scenario = Scenario()
    let host = scenario.machine("TS-OAK", address: "10.1.0.7")
    func join(_ category: String, at second: Double) {
      scenario.log(
        category == "0" ? "netprofile-10000-public" : "netprofile-10000", .networkChanged, on: host,
        at: second, channel: "Microsoft-Windows-NetworkProfile/Operational",
        provider: "Microsoft-Windows-NetworkProfile", fields: [.state: category])
    }
    scenario.sessionManager(
      "lsm-21", .sessionStarted, on: host, at: -9000, phase: nil,
      fields: [.user: "ann", .session: "3", .peer: "10.1.0.40"])
    join("1", at: -8000)
    if started {
      scenario.log(
        "eventlog-6005", .hostStarted, on: host, at: -60, channel: "System", provider: "EventLog")
    }
    join("0", at: 0)
    scenario.log(
      "scm-7036-netlogon-running", .serviceStarted, on: host, at: 9, channel: "System",
      provider: "Service Control Manager", fields: [.service: ofDomain ? "Netlogon" : "Workstation"])
    if !last { join("1", at: 60) }
    let asked = scenario.correlated().episodes.filter(\.endsUnexplained).flatMap(\.members)
    #expect(asked.count { $0.signal.role == .networkChanged } == count)
  }

  @Test func `the daily refusals of a domain and mere context are none`() {
    var scenario = Scenario()
    let host = scenario.machine("DC-ASH", address: "10.1.0.2")
    for user in ["ann", "joe"] {
      scenario.log(
        "security-4776-bad-password", .authenticationFailed, on: host, at: 0, channel: "Security",
        provider: "Microsoft-Windows-Security-Auditing", fields: [.user: user])
    }
    scenario.log("update-19", .updateInstalled, on: host, at: 9, channel: "System", provider: "x")
    #expect(scenario.correlated().episodes.isEmpty)
  }
}
