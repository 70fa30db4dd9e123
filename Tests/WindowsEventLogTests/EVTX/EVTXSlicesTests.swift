import Foundation
import Testing

@testable import WindowsEventLog

@Suite struct EVTXSlicesTests {
  private func inFile<R>(_ bytes: [UInt8], _ body: (String) throws -> R) throws -> R {
    let path = FileManager.default.temporaryDirectory.appending(path: "\(UUID().uuidString).evtx").path
    try Data(bytes).write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    return try body(path)
  }

  @Test(arguments: [1, 65_536, 100_000, 131_072, 1 << 20])
  func `reads the same in slices as in one go`(size: Int) throws {
    let bytes = LogBuilder.sample(chunks: 7, recordsPerChunk: 5)
    try inFile(bytes) { path in
      let slices = try EventLogReader.slices(of: path, size: size)
      var ids: [UInt64] = []
      var summary = SourceSummary()
      for slice in slices {
        let part = try Reading(path: path, slice: slice)
        ids += part.recordIDs
        summary.merge(part.summary)
      }
      #expect(ids == Array(1...35))
      let whole = try Reading(evtx: bytes).summary
      #expect(summary.ledger == whole.ledger)
      #expect(summary.coverage == whole.coverage)
      if size <= 65_536 { #expect(slices.count == 7) }
    }
  }

  @Test func `cuts only where a chunk can be recognised`() throws {
    var bytes = LogBuilder.sample(chunks: 5, recordsPerChunk: 5)
    for index in 4096 + 65_536 * 2..<4096 + 65_536 * 3 { bytes[index] = 0xEE }
    try inFile(bytes) { path in
      let slices = try EventLogReader.slices(of: path, size: 65_536)
      #expect(slices.map(\.offset) == [0, 69_632, 200_704, 266_240])
      let skipped = try slices.flatMap { try Reading(path: path, slice: $0).skipped }
      #expect(skipped == [SkippedRecord(offset: 135_168, length: 65_536, reason: .badChunk)])
    }
  }
}
