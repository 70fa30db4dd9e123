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
}
