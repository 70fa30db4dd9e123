import Testing

@testable import EventSignals

/// What need not be asked of a record that was found by provider and id.
struct DetectionScopeTests {
  private func lines(_ searches: String, _ condition: String = "event") throws -> [Int] {
    let rule = try RuleMaking.rule(searches, condition: condition)
    return rule.detection.within(rule.scope).searches.flatMap { $0.groups.map(\.count) }
  }

  @Test func `provider and id are left out, other lines stay`() throws {
    #expect(
      try lines(#""event": {"Provider_Name": "Contoso-Test", "EventID": [100, 101], "State": "Up"}"#) == [1])
  }

  @Test func `a line that holds for some records of the scope only stays`() throws {
    let searches =
      #""a": {"Provider_Name": "Contoso-Test", "EventID": 100}, "b": {"Provider_Name": ["Contoso-Test", "Other"], "EventID": 101}"#
    #expect(try lines(searches, "a or b") == [2, 1])
  }

  @Test(arguments: [
    #""event": {"Provider_Name|cased": "Contoso-Test", "EventID": 100}"#,
    #""event": {"Provider_Name": "Contoso-Test", "EventID|gte": 100}"#,
  ])
  func `what the index does not answer stays`(searches: String) throws {
    #expect(try lines(searches) == [1])
  }
}
