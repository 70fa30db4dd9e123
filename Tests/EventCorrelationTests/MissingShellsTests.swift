import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct MissingShellsTests {
  /// Two logons with a desktop, and then these people without one.
  private func marked(_ people: [String], earlierDesktops: Bool = true) -> Int {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    func logOn(_ user: String, _ number: Int, at moment: Double, desktop: Bool) {
      let activity = scenario.activity()
      let who: SignalFields = [
        .session: "\(number)", .user: "CONTOSO\\" + user, .peer: "10.1.0.\(number + 20)",
      ]
      scenario.listener(
        "rdpcorets-131", .connectionAccepted, on: host, at: moment - 2, activity: activity, phase: .tcp,
        fields: [.transport: "TCP", .peer: "10.1.0.\(number + 20):50001"])
      for rule in desktop ? ["lsm-21", "lsm-22"] : ["lsm-21"] {
        scenario.sessionManager(
          rule, .sessionStarted, on: host, at: moment + (rule == "lsm-22" ? 1 : 0), fields: who)
      }
    }
    logOn("joe", 1, at: -9000, desktop: earlierDesktops)
    logOn("kim", 2, at: -8000, desktop: earlierDesktops)
    for (number, user) in people.enumerated() {
      logOn(user, number + 3, at: Double(number) * 60, desktop: false)
    }
    return scenario.correlated().episodes.filter(\.endsUnexplained).count
  }

  @Test func `three logons in a row without a desktop are a question`() {
    #expect(marked(["ann", "bob", "eve"]) == 3)
  }

  @Test func `two are none, nor is one person`() {
    #expect(marked(["ann", "bob"]) == 0)
    #expect(marked(["ann", "ann", "ann"]) == 0)
  }

  @Test func `a host that never logs desktops says nothing`() {
    #expect(marked(["ann", "bob", "eve"], earlierDesktops: false) == 0)
  }
}
