import EventSignals
import TestSupport
import Testing

@testable import EventCorrelation

struct ColdStartsTests {
  /// How many visits are a question on a host that starts at 0 and lets the caller in at 900.
  private func marked(
    at moments: [Double], peer: String = "10.1.0.5", other: String? = nil, starts: Bool = true,
    letsIn: Bool = true
  ) -> Int {
    var scenario = Scenario()
    let host = scenario.machine("PC-BIRCH", address: "10.1.0.9")
    if starts { scenario.log("kernel-general-12", .hostStarted, on: host, at: 0) }
    for (number, moment) in moments.enumerated() {
      scenario.incoming(
        host, from: number == 0 ? other ?? peer : peer, at: moment, course: .breaksInHandshake(reason: 0),
        length: 0.6, bare: true)
    }
    if letsIn { scenario.incoming(host, from: peer, at: 900, course: .works(seconds: 1200), length: 1200) }
    return scenario.correlated().episodes.filter(\.endsUnexplained).count
  }

  @Test func `whoever is turned away for minutes after a start and is let in later is a question`() {
    #expect(marked(at: [60, 150, 300]) == 3)
  }

  @Test func `a machine that is just starting, or none that started, turns nobody away`() {
    #expect(marked(at: [20, 60]) == 0)
    #expect(marked(at: [300]) == 0)
    #expect(marked(at: [300, 340, 350]) == 0)
    #expect(marked(at: [300, 400]) == 0)
    #expect(marked(at: [60, 150, 300], starts: false) == 0)
  }

  @Test func `callers from several places or from the internet are none`() {
    #expect(marked(at: [60, 150, 300], other: "10.1.0.77") == 0)
    #expect(marked(at: [60, 150, 300], peer: "198.51.100.9") == 0)
  }
}
