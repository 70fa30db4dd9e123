import Diagnosis
import EventCorrelation
import EventSignals
import Testing
import WindowsEventLog

@testable import IncidentReport

/// What the headline of a question claims, and what it does not.
@Suite struct IncidentSentenceTests {
  private func text(of episode: Episode) -> String {
    var incident = Report.Incident(
      id: "INC-0001", verdict: .undetermined, start: episode.start, end: episode.start)
    incident.server = "srv-1"
    incident.hypotheses = [
      Report.Hypothesis(cause: "x", title: "Old session", outcome: .undetermined, confidence: 0.1)
    ]
    return IncidentSentence(incident: incident, episodes: [episode], clock: .utc).text
  }

  private func attempt(_ outcome: Episode.Outcome, isAsked: Bool) -> Episode {
    var episode = SampleSite.episode([SampleSite.accepted(0, record: 1)])
    episode.outcome = outcome
    episode.endsUnexplained = isAsked
    return episode
  }

  @Test(arguments: [Episode.Outcome.succeeded, .harmless])
  func `an attempt that only lacks what came after has not failed`(outcome: Episode.Outcome) {
    let told = text(of: attempt(outcome, isAsked: true))
    #expect(told.hasPrefix("Nothing shows what became of Remote Desktop to srv-1, on "))
    #expect(told.contains("If it failed, the likeliest: Old session"))
  }

  @Test func `one that failed has, asked about or not`() {
    for isAsked in [false, true] {
      let told = text(of: attempt(.failed, isAsked: isAsked))
      #expect(told.hasPrefix("Remote Desktop to srv-1 failed on "))
      #expect(told.contains("These logs do not decide why; the likeliest: Old session"))
    }
  }

  @Test func `a restart since which nobody came is called no fault`() {
    var start = SampleSite.accepted(0, record: 1)
    start.signal = Signal(
      rule: "eventlog-6005", role: .hostStarted, proves: nil, phase: nil, standsAlone: false,
      event: start.signal.event, activityID: nil, fields: [:], summary: "")
    var episode = Episode(kind: .hostCondition, start: start.time, end: start.time, outcome: .harmless)
    episode.members = [start]
    episode.endsUnexplained = true
    let told = text(of: episode)
    #expect(told.hasPrefix("srv-1 shows no connection since it was stopped or started"))
    #expect(told.contains("If nobody can connect since, the likeliest: Old session"))
  }
}
