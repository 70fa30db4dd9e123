import EventCorrelation
import EventSignals
import Testing

@testable import Diagnosis

struct OpenQuestionsTests {
  private let cause = SampleSite.cause("key", any: [SampleSite.item("key-unreadable")], phase: .tls)

  private func unexplained(_ sample: inout SampleSite, client: String = "PC-1", at start: Double = 0) {
    let episode = sample.attempt([], from: start, to: start + 1, outcome: .harmless, reason: nil, phase: .tcp)
    sample.site.episodes[episode].endsUnexplained = true
    sample.site.episodes[episode].client = client
  }

  @Test func `an ending that nobody can explain is an undetermined incident`() throws {
    var sample = SampleSite()
    unexplained(&sample)
    unexplained(&sample, at: 20)
    let incidents = sample.diagnose([cause])
    #expect(incidents.map(\.verdict) == [.undetermined])
    #expect(incidents.first?.episodes.count == 2)
  }

  @Test func `a fault that was found leaves no further question`() {
    var sample = SampleSite()
    unexplained(&sample)
    let fault = sample.add("key-unreadable", host: 1, at: 100.3, role: .tlsFailed)
    sample.attempt([fault], from: 100, to: 101)
    #expect(sample.diagnose([cause]).map(\.verdict) == [.diagnosed])
  }

  @Test func `what several clients of one server met is one question`() {
    var sample = SampleSite()
    for number in 0..<5 { unexplained(&sample, client: "PC-\(number)", at: Double(number) * 10) }
    #expect(sample.diagnose([cause]).map(\.episodes.count) == [5])
  }

  @Test func `nobody asks about many servers at once`() {
    var sample = SampleSite()
    for number in 0..<5 {
      unexplained(&sample, at: Double(number) * 10)
      sample.site.episodes[number].server = "TS-\(number)"
    }
    #expect(sample.diagnose([cause]).isEmpty)
  }

  @Test func `a harmless ending is no question`() {
    var sample = SampleSite()
    sample.attempt([], from: 0, to: 1, outcome: .harmless, reason: nil)
    #expect(sample.diagnose([cause]).isEmpty)
  }

  @Test func `what changed just before sessions were dropped is named`() {
    var change = SampleSite.cause("policy", any: [SampleSite.item("service-stopped")])
    change.trigger = true
    func triggers(changedAt moment: Double) -> [[String]] {
      var sample = SampleSite()
      sample.add("service-stopped", host: 1, at: moment)
      let episode = sample.attempt([], from: 0, to: 5000, outcome: .succeeded, reason: nil)
      sample.site.episodes[episode].endsUnexplained = true
      return sample.diagnose([cause, change]).map(\.triggers)
    }
    #expect(triggers(changedAt: 4999) == [["policy"]])
    #expect(triggers(changedAt: 100) == [[]])
    #expect(triggers(changedAt: -100) == [[]])
  }
}
