import Testing

@testable import EventSignals

@Suite struct SummaryTemplateTests {
  @Test(
    arguments: [
      (
        "Disconnected with reason {reason} (extended {extended})", [.reason: "2308", .extended: "7"],
        "Disconnected with reason 2308 (extended 7)"
      ),
      (
        "Disconnected with reason {reason} (extended {extended})", [.reason: "2308"],
        "Disconnected with reason 2308"
      ),
      ("Disconnected with reason {reason} (extended {extended})", [:], "Disconnected"),
      ("{user} logged on from {peer}", [.peer: "10.0.0.5"], "Logged on from 10.0.0.5"),
      ("{user} logged on from {peer}", [.user: "alice"], "alice logged on"),
      ("Logon failed: {status}", [:], "Logon failed"),
      (
        "Logon failed for {user} from {peer}: {status}.", [.status: "0xC000006D"], "Logon failed: 0xC000006D."
      ),
      ("Key refused [for the process {process}], {error}", [.error: "5"], "Key refused, 5"),
      (
        "Key refused [for the process {process}], {error}", [.error: "5", .process: "svchost"],
        "Key refused for the process svchost, 5"
      ),
      ("The host accepted {peer}", [.peer: "a\u{0}b\nc"], "The host accepted a b c"),
    ] as [(String, SignalFields, String)])
  func `drops the phrase of a value that is missing`(
    template: String, values: SignalFields, expected: String
  ) throws {
    #expect(try SummaryTemplate(template).filled(with: values) == expected)
  }

  @Test(arguments: ["{nobody}", "{user", "(open {user}"])
  func `refuses a template that does not close or name a field`(text: String) {
    #expect(throws: SummaryTemplate.Problem.self) { try SummaryTemplate(text) }
  }

  @Test func `prints no braces, double blanks or dangling words for any missing values`() throws {
    let template = try SummaryTemplate(
      "{user} of {domain} came from {peer} [via {transport}] to {target}, reason {reason} (status {status}).")
    let fields = SignalField.allCases.filter(template.fields.contains)
    for bits in 0..<(1 << fields.count) {
      var values: SignalFields = [:]
      for (index, field) in fields.enumerated() where bits >> index & 1 == 1 { values[field] = "V\(index)" }
      let text = template.filled(with: values)
      #expect(!text.contains("{") && !text.contains("  ") && !text.contains("["), "\(text)")
      for value in values.values { #expect(text.contains(value), "\(text) lacks \(value)") }
    }
  }
}
