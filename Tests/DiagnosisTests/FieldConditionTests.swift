import EventCorrelation
import EventSignals
import Testing

@testable import Diagnosis

struct FieldConditionTests {
  private func holds(_ table: [String: [String]], _ fields: SignalFields) -> Bool {
    var sample = SampleSite()
    let member = sample.add("accepted", host: 1, at: 0, fields: fields)
    return FieldCondition(table).holds(for: member.signal)
  }

  @Test func `a number equals its hex form`() {
    #expect(holds(["error": ["0x8009030D"]], [.error: "2148074253"]))
    #expect(!holds(["error": ["0x8009030D"]], [.error: "2148074254"]))
  }

  @Test func `text compares without case and with wildcards`() {
    #expect(holds(["service": ["remote desktop*"]], [.service: "Remote Desktop Services"]))
    #expect(holds(["service": ["*desktop*"]], [.service: "Remote Desktop Services"]))
    #expect(!holds(["service": ["*desktop"]], [.service: "Remote Desktop Services"]))
    #expect(holds(["service": ["*"]], [.service: "anything"]))
  }

  @Test func `a refused value wins over an accepted one`() {
    #expect(!holds(["error": ["*", "!0"]], [.error: "0x0"]))
    #expect(holds(["error": ["!0"]], [.error: "5"]))
  }

  @Test func `a missing field meets only conditions that refuse`() {
    #expect(!holds(["error": ["5"]], [:]))
    #expect(holds(["error": ["!5"]], [:]))
  }

  @Test func `a name that is no field is met by nothing`() {
    #expect(!holds(["colour": ["*"]], [.detail: "red"]))
  }
}
