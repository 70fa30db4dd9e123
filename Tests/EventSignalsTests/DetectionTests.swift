import EventSignals
import Testing
import WindowsEventLog

@Suite struct DetectionTests {
  private func matches(_ lines: String, _ record: EventRecord) throws -> Bool {
    try RuleMaking.matches(lines, record)
  }

  @Test func `ignores case and blanks of field names and case of values`() throws {
    let record = RuleMaking.record(["Error Code": "2147549183", "StateTransitionName": "RDPClient_SSL"])
    #expect(try matches(#""ErrorCode": 2147549183"#, record))
    #expect(try matches(#""error code": "0x8000ffff""#, record))
    #expect(try matches(#""ERRORCODE": -2147418113"#, record))
    #expect(try matches(#""statetransitionname": "rdpclient_ssl""#, record))
    #expect(try !matches(#""Error": 2147549183"#, record))
    #expect(try !matches(#""ErrorCode": 2308"#, record))
  }

  @Test func `takes lists for or, maps for and, all for each`() throws {
    let record = RuleMaking.record(["A": "one two", "B": "3"])
    #expect(try matches(#""A|contains": ["zero", "TWO"], "B": [2, 3]"#, record))
    #expect(try !matches(#""A|contains": ["zero", "two"], "B": [1, 2]"#, record))
    #expect(try matches(#""A|contains|all": ["one", "two"]"#, record))
    #expect(try !matches(#""A|contains|all": ["one", "three"]"#, record))
  }

  @Test func `starts, ends, contains`() throws {
    let record = RuleMaking.record(["A": "SetErrorInfo(0x5)"])
    #expect(try matches(#""A|startswith": "seterrorinfo(""#, record))
    #expect(try matches(#""A|endswith": "0x5)""#, record))
    #expect(try matches(#""A|contains": "rInfo""#, record))
    #expect(try !matches(#""A|startswith": "ErrorInfo""#, record))
    #expect(try !matches(#""A|contains|cased": "rinfo""#, record))
    #expect(try matches(##""A|startswith": "set*(""##, record))
  }

  @Test func `tells absent, empty and present apart`() throws {
    let record = RuleMaking.record(["Empty": "", "Full": "x"])
    #expect(try matches(#""Missing": null, "Empty": null"#, record))
    #expect(try !matches(#""Full": null"#, record))
    #expect(try matches(#""Full|exists": true, "Empty|exists": true, "Missing|exists": false"#, record))
    #expect(try matches(#""Empty": """#, record))
    #expect(try !matches(#""Missing": """#, record))
  }

  @Test func `compares numbers in any notation`() throws {
    let record = RuleMaking.record(["N": "0x10", "M": "-5", "T": "text"])
    #expect(try matches(#""N|gt": 15, "M|lt": 0"#, record))
    #expect(try matches(#""N|gte": 16, "N|lte": "0x10""#, record))
    #expect(try !matches(#""N|lt": 16"#, record))
    #expect(try !matches(#""T|lt": 16"#, record))
  }

  @Test func `finds addresses with and without port in a block`() throws {
    for value in ["10.1.2.3", "10.1.2.3:50000", "::ffff:10.1.2.3", "[::ffff:10.1.2.3]:3389"] {
      #expect(try matches(#""Ip|cidr": "10.0.0.0/8""#, RuleMaking.record(["Ip": value])), "\(value)")
    }
    #expect(try !matches(#""Ip|cidr": "10.0.0.0/8""#, RuleMaking.record(["Ip": "11.0.0.1"])))
    #expect(try matches(#""Ip|cidr": ["fe80::/10"]"#, RuleMaking.record(["Ip": "fe80::1%4"])))
    #expect(try !matches(#""Ip|cidr": "0.0.0.0/0""#, RuleMaking.record(["Ip": "LOCAL"])))
  }

  @Test func `finds encoded text`() throws {
    let record = RuleMaking.record(["Enc": "eHhyZHAgaG9zdA=="])  // "xxrdp host"
    #expect(try matches(#""Enc|base64offset|contains": "rdp host""#, record))
    #expect(try matches(#""Enc|base64": "xxrdp host""#, record))
    #expect(try !matches(#""Enc|base64offset|contains": "vnc host""#, record))
  }

  @Test func `compares with another field of the event`() throws {
    let record = RuleMaking.record(["Sub": "alice", "Target": "ALICE", "Code": "5", "Hex": "0x5"])
    #expect(try matches(#""Sub|fieldref": "Target""#, record))
    #expect(try matches(#""Code|fieldref": "Hex""#, record))
    #expect(try !matches(#""Sub|fieldref|cased": "Target""#, record))
    #expect(try !matches(#""Sub|fieldref": "Nothing""#, record))
  }

  @Test func `reads expressions as case-sensitive unless told`() throws {
    let record = RuleMaking.record(["A": "RDPClient_SSL"])
    #expect(try matches(#""A|re": "^RDPClient_[A-Z]+$""#, record))
    #expect(try !matches(#""A|re": "^rdpclient""#, record))
    #expect(try matches(#""A|re|i": "^rdpclient""#, record))
  }

  @Test func `looks for keywords in every value`() throws {
    var record = RuleMaking.record(["A": "nothing"], unnamed: ["the Key was denied"])
    record.userData = UserDataElement(
      name: "EventXML", children: [UserDataElement(name: "P", text: "inside user data")])
    let rule = try RuleMaking.rule(
      #""selection": {"Provider_Name": "Contoso-Test"}, "words": ["KEY WAS", "absent"], "more": {"|all": ["denied", "user DATA"]}"#,
      condition: "selection and words and more")
    #expect(rule.detection.matches(RecordFields(record)))
    record.data[1].value = "fine"
    #expect(!rule.detection.matches(RecordFields(record)))
  }

  @Test func `joins a list of maps by or`() throws {
    let rule = try RuleMaking.rule(
      #""selection": [{"Provider_Name": "Contoso-Test", "EventID": 1}, {"Provider_Name": "Contoso-Test", "A": "x"}]"#
    )
    #expect(rule.detection.matches(RecordFields(RuleMaking.record(id: 1))))
    #expect(rule.detection.matches(RecordFields(RuleMaking.record(["A": "x"], id: 2))))
    #expect(!rule.detection.matches(RecordFields(RuleMaking.record(["A": "y"], id: 2))))
  }
}
