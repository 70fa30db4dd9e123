import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct StrayShutdownsTests {
  /// The conditions of a host that somebody shut down while ann was in her session, with the seconds it was off.
  private func conditions(by user: String = "CONTOSO\\ann", off seconds: Double = 40_000, times: Int = 1)
    -> [Episode]
  {
    var scenario = Scenario()
    let host = scenario.machine("PC-BIRCH", address: "10.1.0.9")
    let client = scenario.machine("PC-OAK", address: "10.1.0.5")
    for day in 0..<times {
      let start = Double(day) * 86_400
      scenario.connect(client, to: host, at: start, user: "ann", course: .works(seconds: 900))
      scenario.log(
        "user32-1074", .hostStopped, on: host, at: start + 899, channel: "System", provider: "User32",
        fields: [.user: user])
      scenario.log(
        "eventlog-6005", .hostStarted, on: host, at: start + 899 + seconds, channel: "System",
        provider: "EventLog")
    }
    return scenario.correlated().episodes.filter { $0.kind == .hostCondition }
  }

  @Test func `a host that somebody shut down for hours out of his session is a condition`() throws {
    let condition = try #require(conditions().first)
    #expect(condition.server == "PC-BIRCH")
    #expect(condition.outcome == .failed)
  }

  @Test func `a restart, another's order or a habit is none`() {
    #expect(conditions(off: 300).isEmpty)
    #expect(conditions(by: "CONTOSO\\joe").isEmpty)
    #expect(conditions(by: "NT AUTHORITY\\SYSTEM").isEmpty)
    #expect(conditions(times: 3).isEmpty)
  }
}
