import BatchAnalysis
import KnowledgeBase
import Testing

/// Every built-in rule keeps what its examples promise, in the real reader, correlation and diagnosis.
@Suite struct RuleExampleTests {
  @Test func `holds every example of every signal`() throws {
    let base = try KnowledgeBase.builtIn()
    let test = RuleTest(base)
    let failures = base.listing.filter { $0.kind == .signal }.flatMap { rule in
      test.failures(of: rule).map { "\(rule.path): \($0)" }
    }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }

  @Test func `holds every example of every cause`() throws {
    let base = try KnowledgeBase.builtIn()
    let test = RuleTest(base)
    let failures = base.listing.filter { $0.kind == .cause }.flatMap { rule in
      test.failures(of: rule).map { "\(rule.path): \($0)" }
    }
    #expect(failures.isEmpty, "\(failures.joined(separator: "\n"))")
  }
}
