import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct IdleSleepsTests {
  /// The conditions of a host that somebody worked on in the morning.
  private func conditions(reason: String = "7", seconds: Double = 14_000, serves: Bool = true) -> [Episode] {
    var scenario = Scenario()
    let host = scenario.machine("VM-BIRCH", address: "10.1.0.9")
    let client = scenario.machine("PC-OAK", address: "10.1.0.5")
    if serves { scenario.connect(client, to: host, at: -9000, course: .works(seconds: 900)) }
    scenario.log(
      "kernel-power-42", .hostSuspended, on: host, at: 0, channel: "System",
      provider: "Microsoft-Windows-Kernel-Power", fields: [.reason: reason])
    scenario.log(
      "kernel-power-107", .hostResumed, on: host, at: seconds, channel: "System",
      provider: "Microsoft-Windows-Kernel-Power")
    return scenario.correlated().episodes.filter { $0.kind == .hostCondition }
  }

  @Test func `a host of sessions that fell asleep by itself is a question`() throws {
    let condition = try #require(conditions().first)
    #expect(condition.server == "VM-BIRCH")
    #expect(condition.endsUnexplained)
    #expect(condition.outcome == .harmless)
  }

  @Test func `put to sleep by somebody, for minutes, or where nobody connects it is none`() {
    #expect(conditions(reason: "0").isEmpty)
    #expect(conditions(seconds: 300).isEmpty)
    #expect(conditions(serves: false).isEmpty)
  }
}
