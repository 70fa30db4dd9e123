import Diagnosis
import EventSignals
import Foundation
import KnowledgeBase
import Testing

/// A user's folder of rules, made for one test and removed with it.
@Suite struct UserRulesTests {
  private static let signal = """
    title: Contoso agent lost its key
    id: 5b0f7c80-57b8-4a0e-9d54-0a1b2c3d4e5f
    name: contoso-7
    status: test
    description: The agent of Contoso says that it lost its key.
    references: [The agent's manual]
    logsource: {product: windows, service: application}
    detection:
      selection:
        Provider_Name: Contoso-Agent
        EventID: 7
      condition: selection
    level: low
    faultline:
      role: context
      channel: Application
      summary: The agent lost its key {name}
      fields: {name: Key}
      examples:
        match:
          - <Event><System><Provider Name="Contoso-Agent"/><EventID>7</EventID></System></Event>
        ignore:
          - <Event><System><Provider Name="Contoso-Agent"/><EventID>8</EventID></System></Event>
    """

  private func with<Result>(_ files: [String: String], _ body: (String) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let url = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: url)
    }
    return try body(folder.path)
  }

  private func base(adding files: [String: String]) throws -> KnowledgeBase {
    try with(files) { try KnowledgeBase.builtIn().adding(folder: $0) }
  }

  @Test func `adds a signal and lists where it comes from`() throws {
    let (base, folder) = try with(["own/contoso-7.yml": Self.signal]) { folder in
      (try KnowledgeBase.builtIn().adding(folder: folder), folder)
    }
    #expect(base.warnings.isEmpty, "\(base.warnings)")
    let rule = try #require(base.listing.first { $0.id == "contoso-7" })
    #expect(rule.kind == .signal && rule.path == "own/contoso-7.yml" && rule.folder == folder)
    #expect(RuleCheck(base).findings(folder: folder).isEmpty)
  }

  @Test func `replaces a built-in rule of the same name`() throws {
    let own = Self.signal.replacing("contoso-7", with: "client-1024")
    let base = try base(adding: ["client-1024.yml": own])
    let rules = base.signals.filter { $0.name == "client-1024" }
    #expect(rules.map(\.title) == ["Contoso agent lost its key"])
    #expect(base.signals.count == (try KnowledgeBase.builtIn().signals.count))
  }

  @Test func `warns of a bad file with its line and reads the others`() throws {
    let bad = Self.signal.replacing("EventID: 7", with: "EventID|around: 7")
    let base = try base(adding: ["a/bad.yml": bad, "contoso-7.yml": Self.signal])
    #expect(base.signals.contains { $0.name == "contoso-7" })
    let warning = try #require(base.warnings.first)
    #expect(base.warnings.count == 1)
    #expect(warning.path == "a/bad.yml" && warning.line == 11 && warning.column == 5)
    #expect(warning.message.contains("around") && warning.message.contains("contains"))
  }

  @Test(
    arguments: [
      ("key: [1, 2", 1), ("a: 1\na: 2\n", 1), ("just text", 1), ("- a\n- b\n", 1), ("", nil),
      ("title: x\ndetection: {}\n", 2), ("evidence: {}\nid: x\n", 1),
    ] as [(String, Int?)])
  func `never fails on a file that is no rule`(text: String, line: Int?) throws {
    let base = try base(adding: ["x.yml": text])
    #expect(base.warnings.count == 1, "\(base.warnings)")
    #expect(base.warnings.first?.path == "x.yml")
  }

  @Test(.timeLimit(.minutes(1)))
  func `survives hostile files`() throws {
    let bomb =
      "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
      + (1...9).map {
        "l\($0): &l\($0) [\(Array(repeating: $0 == 1 ? "*a" : "*l\($0 - 1)", count: 10).joined(separator: ", "))]\n"
      }
      .joined()
    let base = try base(adding: [
      "bomb.yml": bomb, "deep.yml": "a: " + String(repeating: "[", count: 200_000),
      "dashes.yml": String(repeating: "- ", count: 200_000) + "x",
      "large.yml": "a: " + String(repeating: "x", count: 2 << 20), "binary.yml": "\u{0}\u{1}\u{2}",
    ])
    #expect(
      base.warnings.map(\.path).sorted() == ["binary.yml", "bomb.yml", "dashes.yml", "deep.yml", "large.yml"])
  }

  @Test func `says what is missing of a folder`() {
    #expect(throws: KnowledgeError.self) { try KnowledgeBase.builtIn().adding(folder: "/no/such/folder") }
    #expect(throws: KnowledgeError.self) { try KnowledgeBase.builtIn().adding(folder: #filePath) }
  }

  @Test func `notices a misspelt key of a cause`() throws {
    let built = try KnowledgeBase.builtIn()
    let rule = try #require(built.listing.first { $0.id == "dns-failure" })
    let text = try #require(built.text(of: rule))
    let base = try base(adding: [
      "dns-failure.yml": text.replacing("explanation:", with: "remedy: []\nexplanation:")
    ])
    #expect(base.warnings.map(\.message) == ["`remedy` is not a key of a cause and was ignored"])
    #expect(base.causes.count == built.causes.count)
  }

  @Test func `prints every built-in rule as YAML that reads the same`() throws {
    let built = try KnowledgeBase.builtIn()
    var files: [String: String] = [:]
    for rule in built.listing {
      let text: String = try #require(built.text(of: rule), "\(rule.path)")
      files[rule.path] = text
    }
    let again = try base(adding: files)
    #expect(again.warnings.isEmpty, "\(again.warnings.prefix(3))")
    #expect(again.causes == built.causes)
    for (one, two) in zip(again.signals, built.signals)
    where one.meaning != two.meaning || one.scope != two.scope {
      Issue.record("\(one.name) reads differently")
    }
  }
}
