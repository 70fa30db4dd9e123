import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct LogonTracesTests {
  private func refuse(
    _ scenario: inout Scenario, _ host: Scenario.Machine, at moment: Double, user: String, type: String,
    role: SignalRole = .authenticationFailed
  ) {
    scenario.log(
      "security-4625", role, on: host, at: moment, channel: "Security",
      provider: "Microsoft-Windows-Security-Auditing", phase: .nla,
      fields: [.user: user, .peer: "10.1.0.5", .logonType: type])
  }

  @Test func `refusals in the Security log alone are one failed attempt`() throws {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for moment in [0.0, 12, 30] { refuse(&scenario, host, at: moment, user: "ann", type: "3") }
    let site = scenario.correlated()
    let episode = try #require(site.episodes.first)
    #expect(site.episodes.count == 1)
    #expect(episode.outcome == .failed)
    #expect(episode.client == "10.1.0.5")
    #expect(episode.user == "ann")
  }

  @Test func `a typing error before the right password is no failure`() {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    refuse(&scenario, host, at: 0, user: "ann", type: "10")
    refuse(&scenario, host, at: 9, user: "ann", type: "10", role: .authenticationSucceeded)
    #expect(scenario.correlated().episodes.map(\.outcome) == [.succeeded])
  }

  @Test func `a network logon without a connection is not Remote Desktop where the listener's log is there`()
  {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.connect(pc, to: host, at: 0, course: .works(seconds: 60), clientLogs: false)
    refuse(&scenario, host, at: 900, user: "svc-scan", type: "3")
    #expect(scenario.correlated().episodes.map(\.outcome) == [.succeeded])
  }

  @Test func `a machine that calls itself is no Remote Desktop client`() {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.log(
      "security-4625", .authenticationFailed, on: host, at: 0, channel: "Security",
      provider: "Microsoft-Windows-Security-Auditing", phase: .nla,
      fields: [.user: "guest", .workstation: "TS-BIRCH", .logonType: "3"])
    #expect(scenario.correlated().episodes.isEmpty)
  }

  @Test func `a flood is a condition of the host, not hundreds of attempts`() {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for number in 0..<300 {
      refuse(&scenario, host, at: Double(number), user: "user\(number % 7)", type: "3")
    }
    #expect(scenario.correlated().episodes.map(\.kind) == [.hostCondition])
  }

  @Test func `another account's logon from the same place does not name the user of a refusal`() {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.log(
      "security-4624", .authenticationSucceeded, on: host, at: 1.2, channel: "Security",
      provider: "Microsoft-Windows-Security-Auditing", phase: .nla,
      fields: [.user: "monitor", .peer: "10.1.0.5", .logonType: "3"])
    scenario.connect(pc, to: host, at: 0, user: "ann", course: .refused(reason: 2055))
    #expect(scenario.correlated().episodes.map(\.user) == ["ann"])
  }
}
