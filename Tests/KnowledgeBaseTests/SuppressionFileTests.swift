import KnowledgeBase
import Testing

@Suite struct SuppressionFileTests {
  @Test func `reads a list of entries, numbers and times as texts`() throws {
    let text = """
      - {cause: "cert-*", server: SRV01, reason: being moved, expires: 2026-04-01}
      - reason: port scan
        client: 203.0.113.9
        from: 2026-03-01T00:00:00Z
        until:
      """
    let entries = try SuppressionFile.entries(text: text, path: "accepted.yml")
    #expect(entries.count == 2)
    #expect(entries.first?["expires"] == "2026-04-01")
    #expect(entries.last == ["reason": "port scan", "client": "203.0.113.9", "from": "2026-03-01T00:00:00Z"])
    #expect(try SuppressionFile.entries(text: "suppressions: []", path: "a").isEmpty)
  }

  @Test(arguments: ["cause: x", "- [1, 2]", "- {cause: [a]}", "{", "", "- cause: {a: b}"])
  func `refuses what is none, naming the file`(_ text: String) {
    #expect {
      try SuppressionFile.entries(text: text, path: "accepted.yml")
    } throws: { error in
      "\(error)".hasPrefix("accepted.yml: ")
    }
  }
}
