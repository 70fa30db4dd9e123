import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct StrayRefusalsTests {
  private func episodes(_ users: [String]) -> [Episode] {
    var scenario = Scenario()
    let controller = scenario.machine("DC-ASH", address: "10.1.0.2")
    for (number, user) in users.enumerated() {
      scenario.log(
        "security-4776-bad-password", .authenticationFailed, on: controller, at: Double(number) * 30,
        channel: "Security", provider: "Microsoft-Windows-Security-Auditing", fields: [.user: user])
    }
    return scenario.correlated().episodes
  }

  @Test func `the only account a controller refuses is a question`() throws {
    let episode = try #require(episodes(["ann", "ann"]).first)
    #expect(episode.endsUnexplained)
    #expect(episode.outcome == .harmless)
    #expect(episode.user == "ann")
    #expect(!episode.isRemoteDesktop)
    #expect(episode.members.count == 2)
  }

  @Test func `the daily refusals of a domain are none`() {
    #expect(episodes(["ann", "joe", "kim"]).isEmpty)
  }

  @Test func `a machine's account is nobody's`() {
    #expect(episodes(["TS-BIRCH$"]).isEmpty)
  }

  @Test func `a service with an old password is none`() {
    #expect(episodes(Array(repeating: "svc", count: 25)).isEmpty)
  }
}
