import Testing
import WindowsEventLog

/// Every dialect of one log gives the same records, after what the dialect is known to lose.
struct DialectTests {
  private func reference() throws -> [EventRecord] {
    try ReadLog(LogFixtures.bytes("dialects/event-viewer.xml")).records
  }

  private func records(_ name: String) throws -> [EventRecord] {
    let log = try ReadLog(LogFixtures.bytes("dialects/" + name))
    #expect(log.skipped.isEmpty)
    #expect(log.summary.ledger.repaired == 0)
    return log.records
  }

  @Test func `reads every field of the reference`() throws {
    let records = try reference()
    try #require(records.count == 6)
    let client = records[0]
    #expect(client.provider == "Microsoft-Windows-TerminalServices-ClientActiveXCore")
    #expect(client.providerGUID == "{28aa95bb-d444-4719-a36f-40462168127e}")
    #expect(client.eventID == 1026)
    #expect(client.version == 0)
    #expect(client.level == 4)
    #expect(client.task == 101)
    #expect(client.opcode == 11)
    #expect(client.keywords == 0x4000_0000_0000_0000)
    #expect(client.time?.iso8601 == "2026-03-02T08:15:31.1234567Z")
    #expect(client.recordID == 812)
    #expect(client.activityID == "{6b0e6c7a-0000-4000-8000-5a1d00000000}")
    #expect(client.processID == 5120)
    #expect(client.threadID == 7740)
    #expect(client.channel == "Microsoft-Windows-TerminalServices-RDPClient/Operational")
    #expect(client.computer == "PC-7.contoso.example")
    #expect(client.userID == "S-1-5-20")
    #expect(client.container == .eventData)
    #expect(client.data.map(\.name) == ["Name", "Value", "CustomLevel"])
    #expect(client.data.map(\.value) == ["Disconnect Reason", "2308", "Info"])
  }

  @Test func `keeps blanks in names, references and empty values`() throws {
    let data = try reference()[1].data
    #expect(data.map(\.name) == ["TransitionName", "Error Code", "Text", "Empty", "Closed"])
    #expect(data.map(\.value) == ["RDPClient_SSL", "2147942405", "a <b> & c", "", ""])
  }

  @Test func `decodes binary data and qualifiers of classic events`() throws {
    let classic = try reference()[2]
    #expect(classic.qualifiers == 49162)
    #expect(classic.data.map(\.name) == [nil, nil])
    #expect(classic.data.map(\.value) == ["\\Device\\Termdd", "X.224"])
    #expect(classic.binary == [0, 0, 0x24, 0, 2, 0, 0x4C, 0])
  }

  @Test func `reads an element named Event inside UserData`() throws {
    let user = try #require(try reference()[3].userData)
    #expect(user.name == "EventXML")
    #expect(user.children.map(\.name) == ["Session", "Event", "Reason"])
    #expect(user.children.map(\.text) == ["3", "3", "12"])
    #expect(user.attributes.isEmpty)
  }

  @Test func `keeps attributes of UserData, the message and its culture`() throws {
    let record = try reference()[4]
    #expect(record.userData?.children[0].attributes.map(\.value) == ["A1B2.cer", "rds-1.contoso.example"])
    #expect(record.userData?.children[2].text == "Keyset does not exist")
    #expect(record.rendering?.culture == "en-US")
    #expect(record.rendering?.message == "For more details, see the System section.")
  }

  @Test func `keeps what is left of an event that Windows could not render`() throws {
    let record = try reference()[5]
    #expect(record.container == .processingErrorData)
    #expect(record.processingError.map(\.name) == ["ErrorCode", "DataItemName", "EventPayload"])
    #expect(record.processingError.map(\.value) == ["15005", "shellId", "00FF"])
  }

  @Test(arguments: [
    "wevtutil.xml", "wevtutil-root.xml", "powershell-utf16le.xml", "utf16be.xml", "utf16le-no-mark.xml",
    "utf8-mark.xml", "event-viewer-copy.txt", "folded-copy.txt", "evtxexport.xml", "EvtxECmd.xml",
    "prefixed.xml",
  ])
  func `says the same as the reference in every lossless dialect`(name: String) throws {
    #expect(try records(name) == reference())
  }

  @Test(arguments: ["evtx_dump.xml", "evtx_dump.json", "evtx_dump.jsonl", "python-evtx.xml"])
  func `loses only the seventh digit of a second`(name: String) throws {
    let expected = try reference().map { record in
      var record = record
      record.time = record.time.map { WindowsTime(ticks: $0.ticks - $0.ticks % 10) }
      return record
    }
    #expect(try records(name) == expected)
  }

  @Test func `loses what EvtxECmd leaves out of its flat lines`() throws {
    let expected = try reference().map { record in
      var record = record
      record.providerGUID = nil
      record.qualifiers = nil
      record.version = nil
      record.task = nil
      record.opcode = nil
      record.keywords = nil
      record.activityID = nil
      record.rendering = nil
      return record
    }
    #expect(try records("EvtxECmd.json") == expected)
  }

  @Test(
    arguments: [
      ("event-viewer.xml", "event-viewer", "UTF-8"), ("wevtutil.xml", "wevtutil", "UTF-8"),
      ("wevtutil-root.xml", "wevtutil", "UTF-8"), ("powershell-utf16le.xml", "wevtutil", "UTF-16LE"),
      ("utf16be.xml", "wevtutil", "UTF-16BE"), ("event-viewer-copy.txt", "event-viewer-copy", "UTF-8"),
      ("folded-copy.txt", "event-viewer-copy", "UTF-8"), ("evtx_dump.xml", "evtx_dump", "UTF-8"),
      ("python-evtx.xml", "python-evtx", "UTF-8"), ("evtxexport.xml", "evtxexport", "UTF-8"),
      ("EvtxECmd.xml", "EvtxECmd", "UTF-8"), ("evtx_dump.jsonl", "evtx_dump-json", "UTF-8"),
      ("EvtxECmd.json", "EvtxECmd-json", "UTF-8"),
    ] as [(String, String, String)])
  func `names the dialect and the encoding`(name: String, dialect: String, encoding: String) throws {
    let description = try ReadLog(LogFixtures.bytes("dialects/" + name)).summary.description
    #expect(description == SourceDescription(dialect: dialect, encoding: encoding))
  }

  @Test func `reads any mixture of dialects in one file`() throws {
    let names = ["wevtutil.xml", "evtx_dump.xml", "event-viewer.xml", "evtxexport.xml", "python-evtx.xml"]
    let log = try ReadLog(names.flatMap { try LogFixtures.bytes("dialects/" + $0) })
    #expect(log.records.count == 30)
    #expect(log.skipped.isEmpty)
    #expect(log.summary.description.dialect == "mixed")
  }

  @Test(arguments: LogFixtures.dialects)
  func `locates every record in the original bytes`(name: String) throws {
    let bytes = try LogFixtures.bytes("dialects/" + name)
    let log = try ReadLog(bytes)
    #expect(log.summary.ledger.bytes == UInt64(bytes.count))
    for location in log.locations {
      let start = Int(location.offset)
      let part = bytes[start..<start + Int(location.length)].filter { $0 != 0 }
      let text = String(decoding: part, as: UTF8.self)
      #expect(text.hasPrefix("<") || text.hasPrefix("{"))
      #expect(text.hasSuffix("Event>") || text.hasSuffix("}"))
    }
  }
}
