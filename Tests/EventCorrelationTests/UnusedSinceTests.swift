import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct UnusedSinceTests {
  /// What is asked of a host that was restarted, and used at the moments told.
  private func questions(
    used: [Double], failed: Bool = false, other: Bool = false, role: SignalRole = .hostStarted
  ) -> [Episode] {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for start in used {
      scenario.incoming(host, from: "10.1.0.5", at: start, course: .works(seconds: 60), length: 60)
    }
    if failed { scenario.log("rcm-1057", .certificateFault, on: host, at: 5_050, alone: true) }
    if other {
      let second = scenario.machine("TS-ELM", address: "10.1.0.8")
      scenario.log("eventlog-6005", .hostStarted, on: second, at: 5_000)
    }
    scenario.log("eventlog-6005", role, on: host, at: 5_000)
    return scenario.correlated().episodes.filter(\.endsUnexplained)
  }

  @Test(arguments: [SignalRole.hostStarted, .serviceStopped])
  func `a host that nobody connected to since it was restarted is a question`(role: SignalRole) throws {
    let question = try #require(questions(used: [0], role: role).first)
    #expect(question.kind == .hostCondition)
    #expect(question.outcome == .harmless)
    #expect(!question.isRemoteDesktop)
    #expect(question.members.map(\.signal.rule) == ["eventlog-6005"])
  }

  @Test func `one that was used since, or never, is none`() {
    #expect(questions(used: [0, 6_000]).isEmpty)
    #expect(questions(used: []).isEmpty)
  }

  @Test func `beside a fault, or among the logs of several machines, it is not asked`() {
    #expect(questions(used: [0], failed: true).isEmpty)
    #expect(questions(used: [0], other: true).isEmpty)
  }
}
