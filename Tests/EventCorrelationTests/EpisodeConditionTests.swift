import EventSignals
import TestSupport
import Testing
import WindowsEventLog

@testable import EventCorrelation

struct EpisodeConditionTests {
  @Test func `a condition lasts from its first member to its last and bears the machine's name`() throws {
    var scenario = Scenario()
    let host = scenario.machine("TS-OAK", address: "10.1.0.7")
    for second in [40.0, 0, 20] {
      scenario.log(
        "schannel-36887-other", .tlsFailed, on: host, at: second, channel: "System", provider: "Schannel")
    }
    let site = scenario.correlated()
    let question = try #require(site.episodes.first)
    let members = question.members.shuffled().sorted(by: Episode.Member.inOrder)
    #expect(members == question.members)
    let condition = Episode(condition: members, of: 0, among: site.hosts, outcome: .failed)
    #expect(condition.kind == .hostCondition && condition.outcome == .failed)
    #expect(condition.end.seconds(since: condition.start) == 40)
    #expect(condition.server == "TS-OAK" && condition.serverHost == 0)
  }
}
