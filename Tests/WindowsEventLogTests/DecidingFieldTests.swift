import Testing
import WindowsEventLog

/// Records that the value of one field makes wanted, supporting or unwanted, before they are read.
struct DecidingFieldTests {
  private static let provider = "Microsoft-Windows-Security-Auditing"

  private func record(_ id: Int, _ data: String, time: String = "2026-03-02T08:00:00Z") -> String {
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='\(Self.provider)'/>"
      + "<EventID>\(id)</EventID><TimeCreated SystemTime='\(time)'/><Channel>Security</Channel>"
      + "<Computer>RDS-1</Computer></System><EventData>\(data)</EventData></Event>"
  }

  private func read(_ records: [String], defers: Bool = true) throws -> ReadLog {
    var selection = RecordSelection(
      providers: [Self.provider: .some([4624, 4776])],
      deciding: [
        Self.provider: [
          4624: DecidingField(name: "LogonType", wanted: [10], supporting: [3]),
          4776: DecidingField(name: "Status", wanted: [0xC000_006A]),
        ]
      ])
    selection.defersSupporting = defers
    return try ReadLog(Array(records.joined(separator: "\n").utf8), selection: selection)
  }

  @Test func `the number decides, in decimal and hexadecimal and either quote`() throws {
    let log = try read([
      record(4624, "<Data Name='LogonTypes'>10</Data><Data Name='LogonType'>5</Data>"),
      record(4624, "<Data Name=\"LogonType\">10</Data>"),
      record(4624, "<Data Name='LogonType'>0xa</Data>"),
      record(4776, "<Data Name='Status'>0x0</Data>"),
      record(4776, "<Data Name='Status'>0xC000006A</Data>"),
    ])
    #expect(log.records.map { $0.data.last?.value } == ["10", "0xa", "0xC000006A"])
    #expect(log.summary.ledger.read == 5)
    #expect(log.supporting.isEmpty)
  }

  @Test(arguments: [
    "", "<Data Name='Other'>3</Data>", "<Data Name='LogonType'></Data>", "<Data Name='LogonType'>%%3</Data>",
    "<Data Name='LogonType'>-1</Data>", "<Data Name='LogonType' >5</Data>", "<Data Name='logontype'>5</Data>",
    "<Data Name='LogonType'>000000000005</Data>", "<Data Name='LogonType'>&#53;</Data>",
  ])
  func `a record whose field is not plain is read`(_ data: String) throws {
    #expect(try read([record(4624, data)]).records.count == 1)
  }

  @Test func `a supporting record is left as a place it can be read from`() throws {
    let records = [
      record(4624, "<Data Name='LogonType'>10</Data>"),
      record(4624, "<Data Name='LogonType'>3</Data>", time: "2026-03-02T09:00:00Z"),
    ]
    let log = try read(records)
    #expect(log.records.count == 1)
    let place = try #require(log.supporting.first)
    #expect(place.offset == UInt64(records[0].utf8.count + 1))
    #expect(place.end - place.offset == UInt64(records[1].utf8.count))
    #expect(place.times.lowerBound.iso8601 == "2026-03-02T09:00:00.0000000Z")
    #expect(try read(records, defers: false).records.count == 2)
  }

  @Test func `a supporting record without a time is nothing, and read`() throws {
    let log = try read([record(4624, "<Data Name='LogonType'>3</Data>", time: "")])
    #expect(log.supporting.isEmpty && log.records.isEmpty)
    #expect(log.summary.ledger.read == 1)
  }
}
