import EventSignals
import TestSupport
import Testing
import WindowsEventLog

@testable import EventCorrelation

struct VisitAttachmentTests {
  /// A user who is signed out of a session at once, since the profile did not load.
  private func outcome(lacking rule: String?) -> Episode.Outcome? {
    var scenario = Scenario()
    let client = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    scenario.connect(client, to: host, at: 0, course: .works(seconds: 9))
    scenario.log(
      "user-profiles-1500", .sessionFault, on: host, at: 8.2, channel: "Application",
      provider: "Microsoft-Windows-User Profiles Service", phase: .session,
      fields: [.error: "Insufficient system resources"])
    let signals = scenario.signals.filter { $0.rule != rule }
    let site = Correlator(options: .init()).correlate(signals: signals, coverage: scenario.coverage())
    return site.episodes.first { $0.kind == .connectionAttempt }?.outcome
  }

  @Test func `a fault belongs to the session that has just come up, whichever step its log lacks`() {
    #expect(outcome(lacking: nil) == .lost)
    #expect(outcome(lacking: "rdpcorets-98") == .lost)
    #expect(outcome(lacking: "user-profiles-1500") == .succeeded)
  }
}
