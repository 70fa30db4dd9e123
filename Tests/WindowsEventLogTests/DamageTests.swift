import Testing
import WindowsEventLog

/// Every intact record is read, every damaged one is counted and located, none is invented.
struct DamageTests {
  private let intact = (0..<5).map { LogFixtures.record(id: 100 + $0, recordID: 800 + $0) }

  private func read(_ text: String, _ options: ReaderOptions = .init()) throws -> ReadLog {
    try ReadLog(Array(text.utf8), options: options)
  }

  private func ids(_ log: ReadLog) -> [UInt32] { log.records.map(\.eventID) }

  @Test func `reads all before a cut and counts the cut record, wherever the cut is`() throws {
    let bytes = Array(intact.joined(separator: "\n").utf8)
    let starts = intact.indices.map { index in intact[..<index].reduce(0) { $0 + $1.utf8.count + 1 } }
    for cut in stride(from: 10, to: bytes.count, by: 7) {
      let log = try ReadLog(Array(bytes[..<cut]))
      let whole = starts.indices.filter { starts[$0] + intact[$0].utf8.count <= cut }.count
      #expect(log.records.count == whole, "cut at \(cut)")
      let begun = starts.filter { $0 + 7 <= cut }.count
      #expect(log.skipped.count == begun - whole, "cut at \(cut)")
      if begun > whole {
        #expect(log.skipped[0].offset == UInt64(starts[whole]))
        #expect(log.skipped[0].reason == .truncated)
      }
      #expect(log.summary.ledger.found == UInt64(log.records.count + log.skipped.count))
    }
  }

  @Test func `counts the record whose head was cut off`() throws {
    let text = String(intact.joined(separator: "\n").dropFirst(120))
    let log = try read(text)
    #expect(ids(log) == [101, 102, 103, 104])
    #expect(log.skipped.map(\.reason) == [.truncated])
    #expect(
      log.skipped.first?.length
        == UInt64(intact[0].utf8.count - 120 - (log.skipped.first.map { Int($0.offset) } ?? 0)))
  }

  @Test func `a record without its end does not swallow the next`() throws {
    let broken = intact[1].replacing("</EventData></Event>", with: "")
    let log = try read([intact[0], broken, intact[2]].joined(separator: "\n"))
    #expect(ids(log) == [100, 102])
    #expect(
      log.skipped == [
        SkippedRecord(
          offset: UInt64(intact[0].utf8.count + 1), length: UInt64(broken.utf8.count + 1), reason: .truncated)
      ])
  }

  @Test func `a record cut off in its start tag does not swallow the next`() throws {
    let log = try read(intact[0] + "<Event xmlns='http://sch" + intact[2])
    #expect(ids(log) == [100, 102])
    #expect(log.skipped.count == 1)
  }

  @Test func `a start tag that lost its name is one damaged record`() throws {
    let broken = intact[1].replacing("<Event ", with: "<Evfnt ")
    let log = try read([intact[0], broken, intact[2]].joined(separator: "\n"))
    #expect(ids(log) == [100, 102])
    #expect(
      log.skipped == [
        SkippedRecord(
          offset: UInt64(intact[0].utf8.count + 1), length: UInt64(broken.utf8.count), reason: .malformed)
      ])
  }

  @Test func `text and lines between records are no damage`() throws {
    let log = try read(
      "banner 1 > 2\n\n" + intact.joined(separator: "\r\nRecord 17 & more\r\n") + "\n</Events>\n")
    #expect(ids(log) == [100, 101, 102, 103, 104])
    #expect(log.skipped.isEmpty)
  }

  @Test func `text in CDATA that looks like records is data`() throws {
    let inner = LogFixtures.record(id: 7777)
    let body = "<EventData><Data Name='Xml'><![CDATA[\(inner)]]></Data></EventData>"
    let log = try read(intact[0] + LogFixtures.record(id: 200, body: body) + intact[1])
    #expect(ids(log) == [100, 200, 101])
    #expect(log.records[1].data[0].value == inner)
    #expect(log.skipped.isEmpty)
  }

  @Test func `an unclosed CDATA section does not swallow intact records`() throws {
    let body = "<EventData><Data><![CDATA[never closed</Data></EventData>"
    let log = try read(intact[0] + LogFixtures.record(id: 200, body: body) + intact[1] + intact[2])
    #expect(ids(log) == [100, 101, 102])
    #expect(log.skipped.count == 1)
  }

  @Test func `escaped markup in Data is data`() throws {
    let body = "<EventData><Data>&lt;Event&gt;&lt;/Event&gt;</Data></EventData>"
    let log = try read(LogFixtures.record(id: 200, body: body) + intact[1])
    #expect(ids(log) == [200, 101])
    #expect(log.records[0].data[0].value == "<Event></Event>")
  }

  @Test func `elements named Event nest in UserData to any depth`() throws {
    let body = "<UserData><X><Event a='1'><Event/><Event>5</Event></Event></X></UserData>"
    let log = try read(LogFixtures.record(id: 200, body: body) + intact[1])
    #expect(ids(log) == [200, 101])
    #expect(log.records[0].userData?.children[0].children.map(\.text) == ["", "5"])
  }

  @Test(
    arguments: [
      ("a\u{1}b", "a\u{FFFD}b"), ("a&#x1;b", "a\u{FFFD}b"), ("a&#0;b", "a\u{FFFD}b"),
      ("a\u{0}b", "a\u{FFFD}b"),
      ("R&D", "R&D"), ("a &nbsp; b", "a &nbsp; b"), ("a < b", "a < b"), ("x]]>y", "x]]>y"),
      ("\u{FFFF}", "\u{FFFD}"),
    ] as [(String, String)])
  func `mends what XML forbids and says so`(raw: String, expected: String) throws {
    let log = try read(LogFixtures.record(body: "<EventData><Data>\(raw)</Data></EventData>"))
    #expect(log.records.first?.data.first?.value == expected)
    #expect(log.locations.first?.repaired == true)
    #expect(log.summary.ledger.repaired == 1)
  }

  @Test func `replaces bytes that are no UTF-8 where the file is UTF-8`() throws {
    var bytes = Array(
      ("<?xml version='1.0' encoding='utf-8'?><Events>" + LogFixtures.record() + "</Events>").utf8)
    let place = try #require(bytes.firstRange(of: Array("2308".utf8))?.lowerBound)
    bytes[place] = 0xFF
    let log = try ReadLog(bytes)
    #expect(log.records.first?.data.first?.value == "\u{FFFD}308")
    #expect(log.locations.first?.repaired == true)
  }

  @Test func `reads ANSI text where nothing says it is UTF-8`() throws {
    let text = LogFixtures.record(body: "<EventData><Data>B#RO</Data></EventData>")
    let log = try ReadLog(text.utf8.map { $0 == UInt8(ascii: "#") ? 0xDC : $0 })
    #expect(log.records.first?.data.first?.value == "BÜRO")
    #expect(log.locations.first?.repaired == false)
    #expect(log.summary.description.encoding == "windows-1252")
  }

  @Test(arguments: [false, true])
  func `mends a lone surrogate in UTF-16`(bigEndian: Bool) throws {
    let text = LogFixtures.record(body: "<EventData><Data>a#b\u{1F600}</Data></EventData>")
    var bytes: [UInt8] = bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in text.utf16 {
      let unit = unit == 0x23 ? 0xD800 : unit
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      bytes += bigEndian ? pair : pair.reversed()
    }
    let log = try ReadLog(bytes)
    #expect(log.records.first?.data.first?.value == "a\u{FFFD}b\u{1F600}")
    #expect(log.locations == [RecordLocation(offset: 2, length: UInt64(bytes.count - 2), repaired: true)])
  }

  @Test func `a hole of zeros costs only the records it touches`() throws {
    var bytes = Array(intact.joined(separator: "\n").utf8)
    let first = intact[0].utf8.count
    for index in first + 100..<first + 300 { bytes[index] = 0 }
    let log = try ReadLog(bytes)
    #expect(ids(log) == [100, 102, 103, 104])
    #expect(log.skipped.count == 1)
  }

  @Test func `two exports in one file are read to the end`() throws {
    let one = "<?xml version=\"1.0\"?><Events>" + intact.joined() + "</Events>"
    #expect(ids(try read(one + one)).count == 10)
  }

  @Test func `refuses document types and expands nothing`() throws {
    let type = "<!DOCTYPE Events [<!ENTITY a \"lol\"><!ENTITY b \"&a;&a;<Event>\">]>"
    let body = "<EventData><Data>&b;</Data></EventData>"
    let log = try read(
      "<?xml version='1.0'?>" + type + "<Events>" + LogFixtures.record(body: body) + intact[1] + "</Events>")
    #expect(ids(log) == [101])
    #expect(log.skipped.map(\.reason) == [.doctype, .doctype])
    #expect(log.skipped.first?.length == UInt64(type.utf8.count))
  }

  @Test func `gives up a record over the size limit and goes on after it`() throws {
    let large = LogFixtures.record(
      id: 200, body: "<EventData><Data>" + String(repeating: "x", count: 1_500_000) + "</Data></EventData>")
    let log = try read(
      intact[0] + large + intact[1], ReaderOptions(limits: ReaderLimits(recordBytes: 100_000)))
    #expect(ids(log) == [100, 101])
    #expect(
      log.skipped == [
        SkippedRecord(
          offset: UInt64(intact[0].utf8.count), length: UInt64(large.utf8.count), reason: .tooLarge)
      ])
  }

  @Test func `gives up a record nested too deep`() throws {
    let open = String(repeating: "<a>", count: 200)
    let body = "<UserData>" + open + open.replacing("<a>", with: "</a>") + "</UserData>"
    let log = try read(LogFixtures.record(body: body) + intact[1])
    #expect(ids(log) == [101])
    #expect(log.skipped.map(\.reason) == [.tooDeep])
  }

  @Test func `gives up a record with too many fields`() throws {
    let body = "<EventData>" + String(repeating: "<Data>1</Data>", count: 9000) + "</EventData>"
    let log = try read(LogFixtures.record(body: body) + intact[1])
    #expect(ids(log) == [101])
    #expect(log.skipped.map(\.reason) == [.tooManyFields])
  }

  @Test func `an event without a readable id is skipped`() throws {
    let log = try read(intact[0].replacing("<EventID>100<", with: "<EventID>x<") + intact[1])
    #expect(ids(log) == [101])
    #expect(log.skipped.map(\.reason) == [.unreadableHeader])
  }

  @Test func `finds damage in an unwanted body only where it is asked to`() throws {
    let text = intact[0] + LogFixtures.record(id: 200, body: "<EventData><Data></EventData>") + intact[1]
    let quick = RecordSelection(providers: ["example-provider": .some([100])])
    let strict = RecordSelection(providers: ["example-provider": .some([100])], checksEveryBody: true)
    let quickLog = try ReadLog(Array(text.utf8), selection: quick)
    let strictLog = try ReadLog(Array(text.utf8), selection: strict)
    #expect(ids(quickLog) == [100])
    #expect(quickLog.skipped.isEmpty)
    #expect(ids(strictLog) == [100])
    #expect(strictLog.skipped.map(\.reason) == [.malformed])
  }
}
