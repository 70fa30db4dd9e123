import Foundation
import Testing

@testable import WindowsEventLog

/// The logs under Fixtures/evtx, written by `ChunkBuilder`; every name and address in them is invented.
enum EVTXFixture: String, CaseIterable {
  /// Two chunks of twenty connection events.
  case connections = "connections.evtx"
  /// The same with a bad chunk magic, a destroyed record and a cut end.
  case damaged = "damaged.evtx"

  var url: URL {
    URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../../Fixtures/evtx/\(rawValue)").standardizedFileURL
  }

  var bytes: [UInt8] {
    var bytes = LogBuilder.sample(chunks: 2, recordsPerChunk: 20)
    if self == .damaged {
      bytes[4096] = 0
      let heads = bytes.indices.filter { bytes[$0...].starts(with: [0x2A, 0x2A, 0, 0]) }
      for index in heads[4]..<heads[5] { bytes[index] = 0xFF }
      bytes.removeSubrange((4096 + 65_536 + 8000)...)
    }
    return bytes
  }
}

@Suite struct EVTXFixtureTests {
  @Test(arguments: EVTXFixture.allCases)
  func `is what the builder writes`(fixture: EVTXFixture) throws {
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try FileManager.default.createDirectory(
        at: fixture.url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(fixture.bytes).write(to: fixture.url)
      Issue.record("recorded \(fixture.rawValue); run again without RECORD_GOLDEN")
    }
    let stored = try Data(contentsOf: fixture.url)
    #expect(
      stored == Data(fixture.bytes), "run `RECORD_GOLDEN=1 swift test --filter EVTXFixtureTests`")
  }

  @Test func `reads what is left of a damaged log`() throws {
    let reading = try SharedLogs.read(EVTXFixture.damaged.url)
    #expect(
      reading.recordIDs == [1, 2, 3, 4, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]
        + Array(21...35))
    #expect(reading.skipped.map(\.reason) == [.malformed, .truncated])
  }
}
