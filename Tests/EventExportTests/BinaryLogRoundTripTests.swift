import Foundation
import Testing
import WindowsEventLog

@testable import EventExport

/// Binary logs written as XML and read back.
@Suite struct BinaryLogRoundTripTests {
  private static let root = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../..").standardizedFileURL

  /// The logs in Fixtures/evtx, and the real ones beside the package where somebody has put them.
  static let logs: [URL] = ["Fixtures/evtx", "../shared/evtx"].flatMap { folder -> [URL] in
    let base = root.appending(path: folder)
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: base.path)) ?? []
    return names.filter { $0.hasSuffix(".evtx") }.sorted().map { base.appending(path: $0) }
  }

  private func records(_ reader: consuming EventLogReader) throws -> [EventRecord] {
    var records: [EventRecord] = []
    while let step = try reader.next() {
      if case .record(let record, _) = step { records.append(record) }
    }
    return records
  }

  @Test func `gives the same records back`() throws {
    #expect(!Self.logs.isEmpty)
    for log in Self.logs {
      let originals = try records(EventLogReader(path: log.path, selection: .everything))
      guard !originals.isEmpty else { continue }
      let copies = try records(
        EventLogReader(
          name: log.lastPathComponent, bytes: document(originals), selection: .everything))
      #expect(copies.count == originals.count, "\(log.lastPathComponent)")
      let firstOther = zip(originals, copies).first { $0 != $1 }
      #expect(firstOther?.0 == firstOther?.1, "\(log.lastPathComponent)")
    }
  }

  /// A file's records as one XML document.
  private func document(_ records: [EventRecord]) -> [UInt8] {
    var buffer = ExportBuffer()
    let writer = XMLRecordWriter()
    writer.appendHeader(to: &buffer)
    for record in records {
      writer.append(record, at: RecordLocation(offset: 0, length: 0), source: "", to: &buffer)
    }
    writer.appendFooter(to: &buffer)
    return buffer.bytes
  }

  /// What `xmllint` writes after reading a document; nil when it refuses it.
  private func throughXMLLint(_ tool: String, _ document: [UInt8]) throws -> [UInt8]? {
    let folder = FileManager.default.temporaryDirectory.appending(path: "evtx-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (input, output) = (folder.appending(path: "in.xml"), folder.appending(path: "out.xml"))
    try Data(document).write(to: input)
    let process = Process()
    process.executableURL = URL(filePath: tool)
    process.arguments = ["--huge", "--nonet", "--output", output.path, input.path]
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus == 0 ? Array(try Data(contentsOf: output)) : nil
  }

  @Test func `is read by xmllint, whose output gives the same records`() throws {
    let tools = ["/usr/bin/xmllint", "/usr/local/bin/xmllint", "/opt/homebrew/bin/xmllint"]
    guard let tool = tools.first(where: { FileManager.default.isExecutableFile(atPath: $0) }) else {
      print("no xmllint on this machine: exports of binary logs are checked by our own reader alone")
      return
    }
    for log in Self.logs {
      let originals = try records(EventLogReader(path: log.path, selection: .everything))
      guard !originals.isEmpty else { continue }
      let accepted = try throughXMLLint(tool, document(originals))
      let bytes = try #require(accepted, "xmllint refuses the export of \(log.lastPathComponent)")
      let copies = try records(
        EventLogReader(name: log.lastPathComponent, bytes: bytes, selection: .everything))
      #expect(copies.count == originals.count, "\(log.lastPathComponent)")
      let firstOther = zip(originals, copies).first { $0 != $1 }
      #expect(firstOther?.0 == firstOther?.1, "\(log.lastPathComponent)")
    }
  }
}
