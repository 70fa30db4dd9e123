import EventSignals
import Testing
import WindowsEventLog

@Suite struct SignalMatcherTests {
  private let place = RecordLocation(offset: 5, length: 10)

  private func signals(_ record: EventRecord, _ rules: SignalRule...) -> [Signal] {
    SignalMatcher(rules: rules).signals(in: record, at: place, source: "a.xml")
  }

  private func rule(
    _ id: Int, name: String = "test-1", fields: String = "{}", summary: String = "It happened"
  ) throws -> SignalRule {
    try RuleMaking.rule(
      #""selection": {"Provider_Name": "Contoso-Test", "EventID": \#(id)}"#, name: name,
      meaning: #""summary": "\#(summary)", "fields": \#(fields)"#)
  }

  @Test func `gives a signal for every rule that matches, by name`() throws {
    let record = RuleMaking.record()
    let found = signals(record, try rule(100, name: "b"), try rule(101, name: "c"), try rule(100, name: "a"))
    #expect(found.map(\.rule) == ["a", "b"])
    let event = try #require(found.first).event
    #expect(event.source == "a.xml" && event.offset == 5 && event.recordID == 7)
    #expect(event.provider == "Contoso-Test" && event.eventID == 100)
  }

  @Test func `finds a provider by its event source name too`() throws {
    var record = RuleMaking.record()
    record.provider = "Microsoft-Windows-Contoso"
    #expect(signals(record, try rule(100)).isEmpty)
    record.eventSourceName = "CONTOSO-TEST"
    #expect(signals(record, try rule(100)).count == 1)
  }

  @Test func `gives nothing for a record without a time`() throws {
    var record = RuleMaking.record()
    record.time = nil
    #expect(signals(record, try rule(100)).isEmpty)
  }

  @Test func `asks the reader for its providers and ids only`() throws {
    let any = try RuleMaking.rule(#""selection": {"Provider_Name": "Other"}"#, name: "any")
    let selection = SignalMatcher(rules: [try rule(100), try rule(101, name: "b"), any]).selection
    #expect(selection.providers == ["contoso-test": .some([100, 101]), "other": .all])
  }

  @Test func `hands out the first usable value of each field`() throws {
    let fields =
      #"{"peer": ["ClientIP", "IPString"], "user": "User", "extended": "MethodName|number", "port": "Port", "detail": "Data[1]"}"#
    let record = RuleMaking.record(
      [
        "ClientIP": " - ", "IPString": "::ffff:192.0.2.7", "User": #"CONTOSO\alice"#,
        "MethodName": "SetErrorInfo(0x5)", "Port": "",
      ], unnamed: ["first", " second "])
    let signal = try #require(signals(record, try rule(100, fields: fields)).first)
    #expect(
      signal.fields == [
        .peer: "192.0.2.7", .user: "alice", .domain: "CONTOSO", .extended: "0x5", .detail: "second",
      ])
  }

  @Test(
    arguments: [
      ("PreDisconnect(-805306367)", "-805306367"), ("error 0x8009030d.", "0x8009030d"), ("no number", nil),
      ("a1 b2 33", "33"), ("2-3", "2"), ("99999999999999999999999 7", "7"),
    ] as [(String, String?)])
  func `takes the first number out of a text`(text: String, number: String?) throws {
    let signal = try #require(
      signals(RuleMaking.record(["A": text]), try rule(100, fields: #"{"error": "A|number"}"#)).first)
    #expect(signal[.error] == number)
  }

  @Test func `never lets a value grow without bound`() throws {
    let record = RuleMaking.record(["A": String(repeating: "x", count: 1_000_000)])
    let signal = try #require(
      signals(record, try rule(100, fields: #"{"detail": "A"}"#, summary: "Saw {detail}")).first)
    #expect((signal[.detail]?.count ?? 0) <= 1024)
    #expect(signal.summary.count <= 200)
  }

  private func typed(_ types: String, name: String, supports: Bool = false) throws -> SignalRule {
    try RuleMaking.rule(
      #""selection": {"Provider_Name": "Contoso-Test", "EventID": 100, "LogonType": \#(types)}"#, name: name,
      meaning: #""summary": "s", "supports": \#(supports)"#)
  }

  @Test func `a number that all rules of an id ask for goes into the selection`() throws {
    let rules = [try typed("[10, 12]", name: "a"), try typed("3", name: "b", supports: true)]
    let matcher = SignalMatcher(rules: rules)
    #expect(
      matcher.selection.deciding == [
        "contoso-test": [100: DecidingField(name: "LogonType", wanted: [10, 12], supporting: [3])]
      ])
    #expect(
      matcher.supportingSelection.deciding == [
        "contoso-test": [100: DecidingField(name: "LogonType", wanted: [], supporting: [3])]
      ])
  }

  @Test func `one rule that does not ask for the number takes it out again`() throws {
    let rules = [try typed("3", name: "a"), try rule(100, name: "b")]
    #expect(SignalMatcher(rules: rules).selection.deciding == ["contoso-test": [:]])
    let text = [try typed(#""3*""#, name: "a")]
    #expect(SignalMatcher(rules: text).selection.deciding == ["contoso-test": [:]])
  }

  @Test func `either of two searches widens the numbers, a negation does not narrow them`() throws {
    let one = try RuleMaking.rule(
      #""selection": {"Provider_Name": "Contoso-Test", "EventID": 100}, "a": {"LogonType": 3}, "b": {"LogonType": 7}, "c": {"LogonType": 10}"#,
      condition: "selection and (a or b) and not c")
    #expect(one.scope.numbers == ["LogonType": [3, 7]])
  }

  @Test func `a rule for the rest takes ids that no other rule names, by either name of a provider`() throws {
    let rest = try RuleMaking.rule(
      #""selection": {"Provider_Name": ["Contoso-Test", "Microsoft-Windows-Contoso"]}"#, name: "rest",
      meaning: #""summary": "Another", "otherwise": true"#)
    let filtered = try RuleMaking.rule(
      #""selection": {"Provider_Name": "Contoso-Test", "EventID": 300, "Level": 5}"#, name: "known",
      meaning: #""summary": "Known""#)
    var record = RuleMaking.record()
    #expect(signals(record, rest, try rule(100)).map(\.rule) == ["test-1"])
    record.eventID = 300
    #expect(signals(record, rest, filtered).isEmpty, "a known id is never the rest")
    record.eventID = 200
    #expect(signals(record, rest, try rule(100)).map(\.rule) == ["rest"])
    record.provider = "Microsoft-Windows-Contoso"
    record.eventSourceName = "Contoso-Test"
    #expect(signals(record, rest, try rule(200, name: "known")).map(\.rule) == ["known"])
    #expect(signals(record, rest, try rule(100)).map(\.rule) == ["rest"])
    let any = try RuleMaking.rule(
      #""selection": {"Provider_Name": "Contoso-Test"}"#, name: "any", meaning: #""summary": "Any""#)
    #expect(signals(record, rest, any).map(\.rule) == ["any", "rest"], "a rule without ids names none")
    #expect(SignalMatcher(rules: [rest, try rule(100)]).selection.providers?["contoso-test"] == .all)
  }
}
