import Testing
import WindowsEventLog

@testable import EventExport

@Suite struct CSVRecordWriterTests {
  /// A small RFC 4180 reader of its own, so that the writer is not checked by itself.
  func cells(_ line: String) -> [String] {
    var cells = [""]
    var quoted = false
    let characters = Array(line.unicodeScalars)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      if character == "\"" {
        if quoted, index + 1 < characters.count, characters[index + 1] == "\"" {
          cells[cells.count - 1].unicodeScalars.append("\"")
          index += 1
        } else {
          quoted.toggle()
        }
      } else if character == ",", !quoted {
        cells.append("")
      } else {
        cells[cells.count - 1].unicodeScalars.append(character)
      }
      index += 1
    }
    return cells
  }

  @Test func `starts with the columns Timesketch asks for`() {
    let header = appended { CSVRecordWriter().appendHeader(to: &$0) }
    #expect(header.hasPrefix("message,datetime,timestamp_desc,"))
    #expect(header.hasSuffix("source,offset\r\n"))
  }

  @Test func `gives every record as many cells as the header has`() {
    let columns = cells(appended { CSVRecordWriter().appendHeader(to: &$0) }).count
    for record in [
      SampleRecords.full, SampleRecords.bare, SampleRecords.userData, SampleRecords.processingError,
    ] {
      #expect(cells(SampleRecords.written(record, by: CSVRecordWriter())).count == columns)
    }
  }

  @Test func `writes message, time and values`() {
    let line = cells(SampleRecords.written(SampleRecords.full, by: CSVRecordWriter()))
    #expect(line[0] == "'-Something\nfailed")
    #expect(line[1] == "2024-10-29T14:59:17.0387882Z")
    #expect(line[2] == "Event Logged")
    #expect(line[12] == "0x4000000000000000")
    #expect(line[19].hasPrefix(#"{"container":"EventData","dataName":"RDPClient","data":[["#))
    #expect(line[20] == #"logs/a "b".zip!/x.xml"#)
  }

  @Test func `makes a message of the values where none was exported`() {
    var record = SampleRecords.full
    record.rendering = nil
    record.provider = "=cmd"
    let line = cells(SampleRecords.written(record, by: CSVRecordWriter()))
    #expect(
      line[0] == "'=cmd 226: Error Code=2147549183; unnamed; Error Code==<\"two\"\r\nlines>")
  }
}
