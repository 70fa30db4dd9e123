import Diagnosis
import EventSignals
import KnowledgeBase
import Testing

@Suite struct BuiltInKnowledgeTests {
  @Test func `reads every embedded file`() throws {
    let base = try KnowledgeBase.builtIn()
    #expect(base.signals.count > 300)
    #expect(base.warnings.isEmpty)
    #expect(base.signals.map(\.name) == base.signals.map(\.name).sorted())
    #expect(Set(base.signals.map(\.id)).count == base.signals.count)
  }

  @Test func `knows a hundred canonical causes and their other names`() throws {
    let names = try KnowledgeBase.builtIn().names
    #expect(names.entries.count == 100)
    #expect(Set(names.entries.map(\.meaning)).count == 100)
    #expect(names.canonical("cert-private-key-acl") == "cert-private-key-acl")
    #expect(names.canonical("rdp-private-key-inaccessible") == "cert-private-key-acl")
    #expect(names.canonical("no-such-cause") == nil)
    for (alias, id) in names.aliases { #expect(names.contains(id), "\(alias)") }
  }

  @Test func `means the same without the examples`() throws {
    let (whole, bare) = (try KnowledgeBase.builtIn(), try KnowledgeBase.builtIn(examples: false))
    #expect(bare.causes.allSatisfy { $0.examples == nil })
    #expect(bare.signals.allSatisfy { $0.meaning.matchExamples.isEmpty && $0.meaning.ignoreExamples.isEmpty })
    #expect(bare.signals.map(\.name) == whole.signals.map(\.name))
    #expect(bare.signals.map(\.detection) == whole.signals.map(\.detection))
    #expect(
      bare.causes
        == whole.causes.map { cause in
          var cause = cause
          cause.examples = nil
          return cause
        })
  }
}
