import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct RefusalFloodTests {
  private func refusals(_ count: Int, every seconds: Double) -> CorrelatedSite {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for number in 0..<count {
      scenario.log(
        "security-4625-unknown-user", .authenticationFailed, on: host, at: Double(number) * seconds,
        channel: "Security", provider: "Microsoft-Windows-Security-Auditing")
    }
    return scenario.correlated()
  }

  @Test func `dozens of refusals within minutes are a condition of the host`() {
    let site = refusals(RefusalFlood.threshold + 5, every: 2)
    #expect(site.episodes.map(\.kind) == [.hostCondition])
    #expect(site.episodes.first?.members.count == RefusalFlood.threshold + 5)
  }

  @Test func `as many refusals over a day are none`() {
    #expect(refusals(RefusalFlood.threshold + 5, every: 1800).episodes.isEmpty)
  }

  @Test func `a few refusals are none`() {
    #expect(refusals(RefusalFlood.threshold - 1, every: 2).episodes.isEmpty)
  }
}
