import Foundation
import Testing
import WindowsEventLog

struct EventLogReaderTests {
  private func error(_ bytes: [UInt8]) -> EventLogError? {
    do throws(EventLogError) {
      var reader = try EventLogReader(name: "x", bytes: bytes, selection: .everything)
      while try reader.next() != nil {}
      return nil
    } catch { return error }
  }

  @Test func `an empty file is refused`() {
    #expect(error([]) == .empty(path: "x"))
    #expect(error([0xEF, 0xBB, 0xBF]) == .empty(path: "x"))
  }

  @Test(
    arguments: [
      ([0, 0, 0, 0x30] + Array("LfLe".utf8), ".evt"), ([0x50, 0x4B, 3, 4, 0], "ZIP"),
      ([0xFF, 0xD8, 0xFF, 0xE0], "JPEG"),
      (
        Array("<Objs Version=\"1.1.0.1\" xmlns=\"http://schemas.microsoft.com/powershell/2004/04\">".utf8),
        "Clixml"
      ),
      (
        Array("<?xml version=\"1.0\"?><Objects><Object Type=\"System.Diagnostics\"/></Objects>".utf8),
        "ConvertTo-Xml"
      ),
      (Array("Level,Date and Time,Source,Event ID,Task Category\r\n".utf8), "CSV"),
      (Array("Event[0]:\r\n  Log Name: System\r\n".utf8), "wevtutil"),
      (Array("{\"label\": 1}".utf8), "without"),
      (Array("<html><body>Event</body></html>".utf8), "XML or HTML"),
      ([UInt8](repeating: 0, count: 5000), "NUL"),
    ] as [([UInt8], String)])
  func `something else is refused with the command that exports a log`(bytes: [UInt8], found: String) throws {
    let refusal = try #require(error(bytes))
    #expect("\(refusal)".contains(found))
  }

  @Test func `a missing file is refused with the system's words`() {
    #expect(throws: EventLogError.self) {
      _ = try EventLogReader(path: "/nowhere/x.xml", selection: .everything)
    }
  }

  @Test func `a log without events is no error`() {
    #expect(error(Array("<?xml version=\"1.1\"?>\n<Events>\n</Events>".utf8)) == nil)
  }

  @Test func `yields only what is wanted and counts the rest`() throws {
    let text = (0..<50).map {
      LogFixtures.record(id: 1000 + $0 % 5, recordID: $0, provider: $0 % 2 == 0 ? "Aa" : "Bb")
    }
    let selection = RecordSelection(providers: ["AA": .some([1002, 1003])])
    let log = try ReadLog(Array(text.joined().utf8), selection: selection)
    #expect(log.records.allSatisfy { $0.provider == "Aa" && [1002, 1003].contains($0.eventID) })
    #expect(log.records.count == 10)
    #expect(log.summary.ledger.read == 50)
  }

  @Test func `wants a whole channel and a classic source by name`() throws {
    let classic = LogFixtures.record(id: 1056).replacing(
      "<Provider Name='Example-Provider'/>", with: "<Provider Name='Other' EventSourceName='TermService'/>")
    let text = classic + LogFixtures.record(channel: "System") + LogFixtures.record(id: 3)
    let selection = RecordSelection(providers: ["termservice": .all], channels: ["SYSTEM"])
    #expect(try ReadLog(Array(text.utf8), selection: selection).records.map(\.eventID) == [1056, 1026])
  }

  @Test func `covers wanted and unwanted records`() throws {
    let times = ["08:00:00", "08:05:00", "08:30:00", "08:20:00", "09:00:00"]
    let text = times.enumerated().map { index, time in
      LogFixtures.record(recordID: index < 3 ? index + 1 : index + 5, time: "2026-03-02T\(time)Z")
    }
    let log = try ReadLog(Array(text.joined().utf8), selection: RecordSelection(providers: [:]))
    #expect(log.records.isEmpty)
    let span = try #require(log.summary.coverage.spans.values.first)
    #expect(span.records == 5)
    #expect(span.first.iso8601 == "2026-03-02T08:00:00.0000000Z")
    #expect(span.last.iso8601 == "2026-03-02T09:00:00.0000000Z")
    #expect(span.recordIDs == [1...3, 8...9])
    let silences = span.silences.map {
      [$0.lowerBound.iso8601.dropFirst(11).prefix(5), $0.upperBound.iso8601.dropFirst(11).prefix(5)]
    }
    #expect(silences == [["08:05", "08:20"], ["08:30", "09:00"]])
    #expect(span.providers == ["Example-Provider"])
  }

  @Test(arguments: ["utf8", "utf16"])
  func `slices give what the whole gives`(encoding: String) throws {
    let text = (0..<3000).map { LogFixtures.record(id: $0, recordID: $0) }.joined(separator: "\n")
    let broken = text.replacing("<EventID>1500</EventID>", with: "<EventID>1500")
    let data =
      encoding == "utf8"
      ? Data(broken.utf8) : Data([0xFF, 0xFE]) + (broken.data(using: .utf16LittleEndian) ?? Data())
    try expectSlices(of: data, count: 6)
  }

  @Test(arguments: ["lines", "pretty", "array"])
  func `slices of JSON give what the whole gives`(shape: String) throws {
    let records = (0..<2000).map { number in
      ##"{"Event":{"System":{"Provider":{"#attributes":{"Name":"P"}},"EventID":\##(number % 9),"EventRecordID":"##
        + ##"\##(number),"Channel":"C","Computer":"H"},"EventData":{"a":"{\"b\":\##(number)}","c":"x\n{y"}}}"##
    }
    // One lost its end.
    let damaged = records.enumerated().map { $0 == 700 ? String($1.dropLast(3)) : $1 }
    let text =
      switch shape {
      case "lines": damaged.joined(separator: "\n")
      case "pretty":
        damaged.enumerated().map { "Record \($0)\n{\n  " + $1.dropFirst() }.joined(separator: "\r\n")
      default: "[" + records.joined(separator: ",\n ") + "]"
      }
    // A list is one piece: no line of it begins with a record.
    try expectSlices(of: Data(text.utf8), count: shape == "array" ? 1 : 6)
  }

  /// Cuts a log, and reads its slices and the whole.
  private func expectSlices(of data: Data, count: Int) throws {
    let file = FileManager.default.temporaryDirectory.appending(path: "slices-\(UUID())")
    try data.write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let whole = try ReadLog(path: file.path)
    #expect(whole.records.count > 1000)
    let slices = try EventLogReader.slices(of: file.path, size: data.count / 7)
    #expect(slices.count >= count)
    #expect(slices.reduce(0) { $0 + $1.length } == UInt64(data.count))
    var records: [EventRecord] = []
    var locations: [RecordLocation] = []
    var summary = SourceSummary()
    for slice in slices {
      let part = try ReadLog(path: file.path, slice: slice)
      records += part.records
      locations += part.locations
      summary.merge(part.summary)
    }
    #expect(records == whole.records)
    #expect(locations == whole.locations)
    #expect(summary == whole.summary)
  }
}
