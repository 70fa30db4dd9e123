import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

/// Which refused logons are Remote Desktop at all.
struct MereLogonsTests {
  private func refused(type: String, alone: Bool = false, listener: Bool = false) throws -> Episode {
    var scenario = Scenario()
    let host = scenario.machine("FS-FIR", address: "10.1.0.9")
    if listener {
      // Three hours earlier: the machine is used remotely, and its listener's log does not cover the moment.
      scenario.incoming(host, from: "10.1.0.5", at: -10_800, course: .works(seconds: 60), length: 60)
    }
    for moment in [0.0, 9] {
      scenario.log(
        "security-4625", .authenticationFailed, on: host, at: moment, channel: "Security",
        provider: "Microsoft-Windows-Security-Auditing", phase: .nla, alone: alone,
        fields: [.user: "ann", .peer: "10.1.0.5", .logonType: type])
    }
    return try #require(scenario.correlated().episodes.last { $0.outcome == .failed })
  }

  @Test func `a network logon on a machine that shows no Remote Desktop may be a file share`() throws {
    #expect(try refused(type: "3").isRemoteDesktop == false)
    #expect(try refused(type: "3", alone: true).isRemoteDesktop == false)
  }

  @Test func `a remote or unlocking logon from elsewhere is Remote Desktop`() throws {
    #expect(try refused(type: "10").isRemoteDesktop)
    #expect(try refused(type: "7").isRemoteDesktop)
  }

  @Test func `where people connect, a network logon counts as a connection`() throws {
    #expect(try refused(type: "3", listener: true).isRemoteDesktop)
  }

  @Test func `one event under two rules is one matter`() {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    let first = scenario.log(
      "security-4625", .authenticationFailed, on: host, at: 0, channel: "Security",
      provider: "Microsoft-Windows-Security-Auditing", phase: .nla,
      fields: [.user: "ann", .peer: "10.1.0.5", .logonType: "10"])
    let second = Signal(
      rule: "security-4625-odd", role: .authenticationFailed, proves: nil, phase: .nla, standsAlone: true,
      event: first.event, activityID: nil, fields: first.fields, summary: "")
    let site = Correlator().correlate(signals: scenario.signals + [second], coverage: scenario.coverage())
    #expect(site.episodes.map(\.kind) == [.connectionAttempt])
  }
}
