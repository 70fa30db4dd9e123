import Diagnosis
import Testing
import WindowsEventLog

@testable import IncidentReport

/// The one sentence taken apart for the page.
@Suite struct SentencePartsTests {
  private func incident(_ sentence: String, next: String = "", cause: String = "", server: String = "")
    -> Report.Incident
  {
    var incident = Report.Incident(
      id: "INC-0001", verdict: .diagnosed, start: WindowsTime(ticks: 0), end: WindowsTime(ticks: 0))
    incident.sentence = sentence
    incident.nextStep = next
    incident.server = server
    incident.hypotheses = [
      Report.Hypothesis(cause: "x", title: cause, outcome: .matched, confidence: 0.9)
    ]
    return incident
  }

  private func parts(_ incident: Report.Incident) -> [String] {
    SentenceParts(incident).values.map { value in
      let kind = value.child(named: "kind") as? String
      return (kind.map { "\($0):" } ?? "") + (value.child(named: "text") as? String ?? "?")
    }
  }

  @Test func `names the cause, the machine and the first step`() {
    let told = parts(
      incident(
        "To srv-1.x failed: Bad key (98%). First: Look.", next: "First: Look.", cause: "Bad key",
        server: "srv-1.x"))
    #expect(told == ["To ", "name:srv-1.x", " failed: ", "what:Bad key", " (98%). ", "step:First: Look."])
  }

  @Test(arguments: ["", "a", "aaaa", "nothing known here", String(repeating: "srv ", count: 500)])
  func `put together the parts are the sentence`(_ sentence: String) {
    let whole = parts(incident(sentence, next: "zzz", cause: "srv", server: "srv")).map { part in
      part.hasPrefix("name:") || part.hasPrefix("what:") ? String(part.dropFirst(5)) : part
    }.joined()
    #expect(whole == sentence)
  }

  @Test func `one part at least is plain, however often a name occurs`() {
    #expect(parts(incident(String(repeating: "srv ", count: 500), server: "srv")).count < 100)
  }
}
