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
      var buffer = ExportBuffer()
      let writer = XMLRecordWriter()
      writer.appendHeader(to: &buffer)
      for record in originals {
        writer.append(record, at: RecordLocation(offset: 0, length: 0), source: "", to: &buffer)
      }
      writer.appendFooter(to: &buffer)
      guard !originals.isEmpty else { continue }
      let copies = try records(
        EventLogReader(name: log.lastPathComponent, bytes: buffer.bytes, selection: .everything))
      #expect(copies.count == originals.count, "\(log.lastPathComponent)")
      let firstOther = zip(originals, copies).first { $0 != $1 }
      #expect(firstOther?.0 == firstOther?.1, "\(log.lastPathComponent)")
    }
  }
}
