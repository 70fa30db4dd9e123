import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct ScaleTests {
  /// Five thousand connections of one stranger within hours: work must grow with them, not with their square.
  @Test(.timeLimit(.minutes(1))) func `a flood from one address costs no more than its events`() {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for number in 0..<5000 {
      scenario.incoming(
        host, from: "198.51.100.7", at: Double(number), course: .refused(reason: 0), length: 0.6,
        user: "admin")
    }
    scenario.connect(pc, to: host, at: 2500.3, course: .works(seconds: 60))
    let site = scenario.correlated()
    #expect(site.episodes.count { $0.client == "PC-ALDER" && $0.outcome == .succeeded } == 1)
    #expect(site.episodes.count { $0.kind == .hostCondition && $0.outcome == .failed } == 1)
    #expect(!site.episodes.contains { $0.kind == .connectionAttempt && $0.outcome == .failed })
  }
}
