import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct RestlessListenersTests {
  /// How many questions a listener is that was gone for so many seconds, each hour.
  private func questions(gone seconds: [Double], restarts: Bool = false) -> Int {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for (number, length) in seconds.enumerated() {
      let start = Double(number) * 3_600
      scenario.log(
        "rcm-259", .listenerDown, on: host, at: start, proves: .sessionHost, alone: true,
        fields: [.detail: "RDP-Tcp"])
      if restarts { scenario.log("eventlog-6005", .hostStarted, on: host, at: start + length - 20) }
      scenario.log(
        "rcm-258", .listenerUp, on: host, at: start + length, proves: .sessionHost,
        fields: [.detail: "RDP-Tcp"])
    }
    return scenario.correlated().episodes.filter(\.endsUnexplained).count
  }

  @Test func `a listener that goes away for minutes twice is a question`() {
    #expect(questions(gone: [240, 200]) == 1)
  }

  @Test func `once, for seconds, or with its host it is none`() {
    #expect(questions(gone: [240]) == 0)
    #expect(questions(gone: [3, 4, 3]) == 0)
    #expect(questions(gone: [240, 200], restarts: true) == 0)
  }
}
