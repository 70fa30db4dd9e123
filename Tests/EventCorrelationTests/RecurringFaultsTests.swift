import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct RecurringFaultsTests {
  /// Whether a host that cannot ask its domain at `moments`, and lets somebody in at `works`, leaves a question.
  private func asks(_ moments: [Double], works: [Double], starts: [Double] = []) -> Bool {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for moment in moments {
      scenario.log("netlogon-5719", .directoryFault, on: host, at: moment, alone: true)
    }
    for moment in starts { scenario.log("eventlog-6005", .hostStarted, on: host, at: moment) }
    for moment in works { scenario.connect(pc, to: host, at: moment, course: .works(seconds: 60)) }
    return scenario.correlated().episodes.contains { $0.kind == .hostCondition && $0.endsUnexplained }
  }

  @Test func `a way to the domain that is lost twice is a question though people are let in`() {
    #expect(asks([0, 5000], works: [2000, 8000]))
  }

  @Test func `once is none, nor are two of one time or those of starts`() {
    #expect(!asks([0], works: [2000]))
    #expect(!asks([0, 60], works: [2000]))
    #expect(!asks([0, 5000], works: [2000, 8000], starts: [-20, 4900]))
  }
}
