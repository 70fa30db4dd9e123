import EventSignals
import Testing

@Suite struct SignalRuleTests {
  /// The error a rule gives, with its key.
  private func failure(_ searches: String, condition: String = "selection", meaning: String)
    -> SignalRuleError?
  {
    do {
      _ = try RuleMaking.rule(searches, condition: condition, meaning: meaning)
    } catch let error as SignalRuleError {
      return error
    } catch {
      return nil
    }
    return nil
  }

  private let good = #""selection": {"Provider_Name": "Contoso-Test", "EventID": 100}"#

  @Test(
    arguments: [
      (#""summary": "x", "rôle": 1"#, "faultline.rôle"),
      (#""summary": "x {nothing}""#, "faultline.summary"),
      (#""summary": "x {user""#, "faultline.summary"),
      (#""summary": "x", "proves": "server""#, "faultline.proves"),
      (#""summary": "x", "phase": "late""#, "faultline.phase"),
      (#""summary": "x", "logged": "always""#, "faultline.logged"),
      (#""summary": "x", "standsAlone": "yes""#, "faultline.standsAlone"),
      (#""summary": "x", "fields": {"nobody": "A"}"#, "faultline.fields.nobody"),
      (#""summary": "x", "fields": {"user": "A|upper"}"#, "faultline.fields.user"),
      (#""channel": "System""#, "faultline.summary"),
    ] as [(String, String)])
  func `names the key that is wrong and what it takes`(meaning: String, key: String) throws {
    let error = try #require(failure(good, meaning: meaning))
    #expect(error.key == key)
    #expect(error.description.contains(key) && error.description.contains("test-1"))
  }

  @Test(
    arguments: [
      (#""selection": {"EventID": 100}"#, "detection"),
      (#""selection": {"Provider_Name|contains": "Contoso"}"#, "detection"),
      (#""selection": {"Provider_Name": "Con*"}"#, "detection"),
      (#""selection": {"Provider_Name": "A", "B|base32": "x"}"#, "detection.selection.B|base32"),
      (
        #""selection": {"Provider_Name": "A", "B|contains|startswith": "x"}"#,
        "detection.selection.B|contains|startswith"
      ),
      (#""selection": {"Provider_Name": "A", "B|re": "("}"#, "detection.selection.B|re"),
      (#""selection": {"Provider_Name": "A", "B|lt": "many"}"#, "detection.selection.B|lt"),
      (#""selection": {"Provider_Name": "A", "B|cidr": "10.0.0.0/33"}"#, "detection.selection.B|cidr"),
      (#""selection": {"Provider_Name": "A", "B|exists": "yes"}"#, "detection.selection.B|exists"),
      (#""selection": {"Provider_Name": "A", "B": []}"#, "detection.selection.B"),
      (#""selection": {"Provider_Name": "A", "B": {"C": 1}}"#, "detection.selection.B"),
      (#""selection": {"Provider_Name": "A", "B|contains": null}"#, "detection.selection.B|contains"),
      (#""selection": {"Provider_Name": "A", "Data[1000]": 1}"#, "detection.selection.Data[1000]"),
      (#""selection": {}"#, "detection.selection"),
    ] as [(String, String)])
  func `refuses a detection it could not keep`(searches: String, key: String) throws {
    let error = try #require(failure(searches, meaning: #""summary": "x""#))
    #expect(error.key == key, "\(error)")
  }

  @Test func `bounds a rule by provider and id, whatever the shape of its detection`() throws {
    let one = try RuleMaking.rule(#""selection": {"Provider_Name": ["B", "A"], "EventID": [7, 8]}"#).scope
    #expect(one.providers == ["A", "B"])
    #expect(one.eventIDs == [7, 8])
    let two = try RuleMaking.rule(
      #""a": {"Provider_Name": "A", "EventID": 1}, "b": {"Provider_Name": "B"}, "f": {"X": 1}"#,
      condition: "1 of a* or (b and not f)"
    ).scope
    #expect(two.providers == ["A", "B"])
    #expect(two.eventIDs == nil)
    let three = try RuleMaking.rule(
      #""a": [{"Provider_Name": "A", "EventID": 1}, {"Provider_Name": "A", "EventID": "0x2"}], "b": {"EventID": [2, 3]}"#,
      condition: "a and b"
    ).scope
    #expect(three.eventIDs == [2])
  }

  @Test func `survives being written and read again`() throws {
    let rule = try RuleMaking.rule(
      good + #", "other": ["word", {"A|re": "^x", "B": null, "C|gte": 5}]"#, condition: "selection and other",
      meaning: #""summary": "It {user} [by {peer}]", "fields": {"user": ["U", "Data[0]"], "peer": "P"}"#)
    let again = try SignalRule(rule.document)
    #expect(again == rule)
    #expect(again.meaning == rule.meaning)
  }
}
