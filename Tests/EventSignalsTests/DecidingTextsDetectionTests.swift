import Testing
import WindowsEventLog

@testable import EventSignals

/// Texts a record must hold, and rules found by them.
struct DecidingTextsDetectionTests {
  private func texts(_ searches: String, _ condition: String) throws -> DecidingTexts? {
    DecidingTexts.mostTelling(of: [try necessary(searches, condition)])[0]
  }

  private func necessary(_ searches: String, _ condition: String) throws -> [DecidingTexts] {
    try RuleMaking.rule(
      #""event": {"Provider_Name": "Contoso-Test", "EventID": 100}, "# + searches, condition: condition
    ).scope.texts
  }

  @Test func `what other rules ask for too tells less`() throws {
    let found = DecidingTexts.mostTelling(
      of: try ["Spooler", "Netlogon", "Browser"].map {
        try necessary(#""a": {"Service": ["\#($0)", "\#($0)-2"]}, "b": {"State": "Up"}"#, "event and a and b")
      })
    #expect(found.map { $0?.values.count } == [2, 2, 2])
    #expect(found[1]?.values == ["netlogon", "netlogon-2"])
  }

  @Test func `an event is decided by the texts of all its rules, unless one asks for none`() throws {
    let one = try necessary(#""a": {"State": "Up"}"#, "event and a")
    let two = try necessary(#""a": {"Data[0]": "Left"}"#, "event and a")
    #expect(DecidingTexts.deciding([one, two])?.values == ["up", "left"])
    #expect(DecidingTexts.deciding([one, try necessary(#""a": {"State": "3"}"#, "event and a")]) == nil)
  }

  @Test func `alternatives are put together`() throws {
    let searches =
      ##""bin": {"Binary|startswith": "4D00"}, "a": {"State": ["Up", "Down"]}, "b": {"Data[0]": "Left"}"##
    let found = try texts(searches, "event and (bin or (a and b))")
    #expect(found == DecidingTexts(values: ["left"], binaryStarts: ["4d00"]))
  }

  @Test func `one of several searches asks for the texts of all, several at once for the fewest`() throws {
    let searches = #""a": {"State": ["Up", "Down"]}, "b": {"Data[0]": "Left"}"#
    #expect(try texts(searches, "event and (a or b)")?.values == ["up", "down", "left"])
    #expect(try texts(searches, "event and a and b")?.values == ["left"])
    #expect(try texts(searches, "event and not a") == nil)
  }

  @Test(arguments: [
    #""a": {"State": "Up*"}"#, #""a": {"State": "3"}"#, #""a": {"Task": "Up"}"#, #""a": {"Channel": "Up"}"#,
    #""a": {"State|contains": "Up"}"#, #""a": {"State": ["Up", ""]}"#, #""a": {"State|all": ["Up", "Down"]}"#,
  ])
  func `what is no whole text of the data asks for none`(_ search: String) throws {
    #expect(try texts(search, "event and a") == nil)
  }

  @Test func `the binary part is known by its start`() throws {
    let found = try texts(##""a": {"Binary|startswith": "4D00FF"}"##, "event and a")
    #expect(found?.binaryStarts == ["4d00ff"] && found?.values.isEmpty == true)
  }

  @Test func `an indexed matcher finds what a plain one finds`() throws {
    var rules: [SignalRule] = []
    for number in 0..<8 {
      rules.append(
        try RuleMaking.rule(
          #""event": {"Provider_Name": "Contoso-Test", "EventID": 100}, "a": {"State": ["Zustand\#(number)", "État\#(number)"]}, "b": {"Binary|startswith": "0\#(number)"}"#,
          condition: "event and (a or b)", name: "state-\(number)"))
    }
    rules.append(
      try RuleMaking.rule(
        #""event": {"Provider_Name": "Contoso-Test", "EventID": 100, "State": "*7"}"#, condition: "event",
        name: "wild"))
    let plain = SignalMatcher(rules: rules)
    let place = RecordLocation(offset: 5, length: 10)
    for (value, bytes) in [
      ("ZUSTAND3", nil), ("état5", nil), ("zustand7", [0x02]), ("none", [0x04, 0x55]), ("none", nil),
      ("", []),
    ] as [(String, [UInt8]?)] {
      var record = RuleMaking.record(["State": value])
      record.binary = bytes
      let found = plain.indexed.signals(in: record, at: place, source: "a")
      #expect(found == plain.signals(in: record, at: place, source: "a"))
      #expect(found.isEmpty == (value == "" || (value == "none" && bytes == nil)))
    }
  }
}
