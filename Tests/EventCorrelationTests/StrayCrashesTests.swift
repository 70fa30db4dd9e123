import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct StrayCrashesTests {
  private func site(crashedAt times: [Double]) -> Scenario {
    var scenario = Scenario()
    let machine = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for time in times {
      scenario.log(
        "wer-1001-bugcheck", .hostCrashed, on: machine, at: time, channel: "System",
        provider: "Microsoft-Windows-WER-SystemErrorReporting")
    }
    return scenario
  }

  @Test func `a crash in logs that hold nothing else failed`() throws {
    let episodes = site(crashedAt: [0]).correlated().episodes
    let episode = try #require(episodes.first)
    #expect(episodes.count == 1)
    #expect(episode.kind == .hostCondition)
    #expect(episode.outcome == .failed)
    #expect(episode.server == "TS-BIRCH")
  }

  @Test func `crashes of one day are one trouble`() {
    #expect(site(crashedAt: [0, 3_600, 7_200]).correlated().episodes.map(\.members.count) == [3])
    #expect(site(crashedAt: [0, 200_000]).correlated().episodes.map(\.members.count) == [1, 1])
  }

  @Test func `beside a connection a crash is no trouble of its own`() {
    var scenario = site(crashedAt: [0])
    let host = scenario.machine("TS-ELM", address: "10.1.0.10")
    let activity = scenario.activity()
    scenario.listener(
      "rdpcorets-131", .connectionAccepted, on: host, at: 50_000, activity: activity, phase: .tcp,
      fields: [.transport: "TCP", .peer: "10.1.0.5:50001"])
    scenario.listener(
      "rdpcorets-102", .connectionClosed, on: host, at: 50_001, activity: activity, phase: .end)
    #expect(scenario.correlated().episodes.map(\.kind) == [.connectionAttempt])
  }

  @Test func `trouble of another machine matters only where its logs are of the same days`() {
    func troubles(elsewhereAt time: Double) -> Int {
      var scenario = site(crashedAt: [0])
      let host = scenario.machine("TS-ELM", address: "10.1.0.10")
      let client = scenario.machine("PC-OAK", address: "10.1.0.5")
      scenario.connect(client, to: host, at: time, course: .works(seconds: 60))
      return scenario.correlated().episodes.filter { $0.kind == .hostCondition }.count
    }
    #expect(troubles(elsewhereAt: 50_000) == 0)
    #expect(troubles(elsewhereAt: 9_000_000) == 1)
  }

  /// How many troubles a crash at 0 is, where somebody worked from and to these times.
  private func troubles(worked: [ClosedRange<Double>]) -> Int {
    var scenario = site(crashedAt: [0])
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    let client = scenario.machine("PC-OAK", address: "10.1.0.5")
    for range in worked {
      scenario.connect(
        client, to: host, at: range.lowerBound, course: .works(seconds: range.upperBound - range.lowerBound))
    }
    return scenario.correlated().episodes.filter { $0.kind == .hostCondition }.count
  }

  @Test func `a crash after which nobody is seen at work again is trouble`() {
    #expect(troubles(worked: [-9000...(-5000)]) == 1)
    #expect(troubles(worked: [-260_000...(-250_000)]) == 1)
    #expect(troubles(worked: [-760_000...(-750_000)]) == 0)
  }

  @Test func `a crash right after somebody left is trouble, one in the night is none`() {
    #expect(troubles(worked: [-2000...(-600), 900...2000]) == 1)
    #expect(troubles(worked: [-20_000...(-9000), 30_000...31_000]) == 0)
  }
}
