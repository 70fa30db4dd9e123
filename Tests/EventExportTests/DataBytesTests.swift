import Foundation
import Testing

@testable import EventExport
@testable import WindowsEventLog

/// The data of a record left in bytes is written as it is from a record with strings.
struct DataBytesTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Lines of JSON, and how many records left their data in bytes.
  private func lines(
    _ open: () throws -> EventLogReader, inBytes: Bool
  ) throws -> (lines: [UInt8], filled: Int, summary: SourceSummary?) {
    guard var reader = try? open() else { return ([], 0, nil) }
    let data = DataBytes()
    if inBytes { reader.leaveData(in: data) }
    let writer = JSONLinesRecordWriter()
    var buffer = ExportBuffer()
    var filled = 0
    while let step = try? reader.next() {
      guard case .record(let record, let location) = step else { continue }
      if data.isFilled {
        filled += 1
        #expect(record.data.isEmpty)
      }
      writer.append(record, data: inBytes ? data : nil, at: location, source: "x", to: &buffer)
    }
    return (buffer.bytes, filled, reader.summary)
  }

  private func compare(_ open: () throws -> EventLogReader, _ name: String) throws -> Int {
    let plain = try lines(open, inBytes: false)
    let bytes = try lines(open, inBytes: true)
    #expect(bytes.lines == plain.lines, "\(name)")
    #expect(bytes.summary == plain.summary, "\(name)")
    return bytes.filled
  }

  @Test(arguments: [
    "Fixtures/dialects", "Fixtures/malformed", "Fixtures/evtx", "../shared/evtx", "../shared/xml",
  ])
  func `every log gives the same lines`(folder: String) throws {
    let path = Self.root.appending(path: folder).path
    let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
    if names.isEmpty { print("no \(folder) beside this working copy: nothing to compare") }
    var filled = 0
    for name in names.sorted() where (name as NSString).pathExtension != "md" {
      filled += try compare({ try EventLogReader(path: path + "/" + name, selection: .everything) }, name)
    }
    #expect(names.isEmpty || folder.hasSuffix("malformed") || filled > 0)
  }

  @Test(arguments: [
    ("<Data>a</Data><Data Name=''/><Data Name='n'></Data><Data Name='q\"'>\"\\ü</Data>", true),
    ("<Data>&lt;&#9;</Data><Data> b</Data><Data>\n  </Data><Binary>4D5A</Binary>", true),
    ("<Data>&lt;string&gt;a&lt;/string&gt;&lt;string&gt;b&lt;/string&gt;</Data>", false),
    ("<ComplexData Name='c'>1</ComplexData>", false), ("<Data>]]&gt;</Data><Data>]x</Data>", true),
    ("<Binary>4D5A</Binary><Binary>4D</Binary>", false), ("<Data>a</Data><Binary>xyz</Binary>", false),
  ])
  func `what is plain is left in bytes`(data: String, isPlain: Bool) throws {
    let record =
      "<Event><System><Provider Name='P'/><EventID>1</EventID><Channel>C</Channel><Computer>H</Computer></System>"
      + "<EventData>\(data)</EventData></Event>"
    let filled = try compare(
      { try EventLogReader(name: "x", bytes: Array(record.utf8), selection: .everything) }, data)
    #expect((filled == 1) == isPlain)
  }
}
