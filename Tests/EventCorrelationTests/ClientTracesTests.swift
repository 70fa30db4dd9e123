import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct ClientTracesTests {
  /// The reasons and times of the ends of a client's connections, by the target, without ActivityID.
  private func ends(_ steps: [(at: Double, target: String?, reason: String?)]) -> [String: [String]] {
    var scenario = Scenario()
    let client = scenario.machine("PC-OAK", address: "10.1.0.5")
    for step in steps {
      let isStart = step.target != nil
      scenario.client(
        isStart ? "client-1024" : "client-1026", isStart ? .attemptStarted : .clientDisconnected, on: client,
        at: step.at, activity: nil,
        fields: step.target.map { [.target: $0] } ?? [.reason: step.reason ?? "1"])
    }
    var found: [String: [String]] = [:]
    for episode in scenario.correlated().episodes {
      found[episode.server ?? "-", default: []] += episode.members.compactMap { $0.signal[.reason] }
    }
    return found
  }

  @Test func `an end after the latest connection's end is that of an earlier one`() {
    #expect(
      ends([(0, "ts-elm", nil), (2, "ts-ash", nil), (5, nil, "3847"), (20, nil, "264")])
        == ["ts-elm": ["264"], "ts-ash": ["3847"]])
  }

  @Test func `another code at once is that of an earlier connection, a clean-up is not`() {
    #expect(
      ends([(0, "ts-elm", nil), (10, "ts-ash", nil), (12, nil, "3847"), (14, nil, "264")])
        == ["ts-elm": ["264"], "ts-ash": ["3847"]])
    #expect(
      ends([(0, "ts-elm", nil), (10, "ts-ash", nil), (12, nil, "3847"), (14, nil, "1")])
        == ["ts-elm": [], "ts-ash": ["3847", "1"]])
  }

  @Test func `a connection whose end the log lacks claims none hours later`() {
    let found = ends([(0, "ts-elm", nil), (9_000, "ts-ash", nil), (9_002, nil, "3847"), (9_030, nil, "264")])
    #expect(found["ts-elm"] == [])
  }
}
