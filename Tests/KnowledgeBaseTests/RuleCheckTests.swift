import Diagnosis
import EventSignals
import KnowledgeBase
import Testing

@Suite struct RuleCheckTests {
  @Test func `finds nothing wrong with the built-in rules`() throws {
    let findings = RuleCheck(try KnowledgeBase.builtIn()).findings()
    #expect(findings.isEmpty, "\(findings.map(\.description).joined(separator: "\n"))")
  }
}
