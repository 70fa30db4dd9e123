import Testing
import WindowsEventLog

/// What is read, mended and skipped of each file in `Fixtures/malformed`.
struct MalformedFixtureTests {
  struct Expectation: Sendable {
    var file: String
    var read: [UInt32] = [1, 2, 3]
    var repaired: UInt64 = 0
    var skipped: [SkippedRecord.Reason] = []
  }

  @Test(arguments: [
    Expectation(file: "cut-off.xml", read: [1, 2], skipped: [.truncated]),
    Expectation(file: "missing-end.xml", read: [1, 3], skipped: [.truncated]),
    Expectation(file: "missing-head.xml", read: [2, 3], skipped: [.truncated]),
    Expectation(file: "zero-hole.xml", read: [1, 3], skipped: [.truncated]),
    Expectation(file: "control-characters.xml", repaired: 2),
    Expectation(file: "bare-ampersand.xml", repaired: 1),
    Expectation(file: "no-root-end.xml"),
    Expectation(file: "document-type.xml", read: [2, 3], skipped: [.doctype, .doctype]),
    Expectation(file: "lone-surrogate-utf16le.xml", repaired: 1),
  ])
  func `loses only what is damaged`(expected: Expectation) throws {
    let bytes = try LogFixtures.bytes("malformed/" + expected.file)
    let log = try ReadLog(bytes)
    #expect(log.records.map(\.eventID) == expected.read)
    #expect(log.skipped.map(\.reason) == expected.skipped)
    let ledger = log.summary.ledger
    #expect(ledger.bytes == UInt64(bytes.count))
    #expect(ledger.read == UInt64(expected.read.count))
    #expect(ledger.repaired == expected.repaired)
    #expect(ledger.found == ledger.read + UInt64(log.skipped.count))
  }

  @Test(
    .timeLimit(.minutes(2)),
    arguments: [
      "<!DOCTYPE [", "<Event><System><!--", "<Event><System><![CDATA[", "<Event>", "<Event a='", "</Event>",
      "{\n ", "<?",
    ])
  func `does not search the same stretch again and again`(piece: String) throws {
    let bytes = Array(String(repeating: piece, count: 300_000 / piece.utf8.count).utf8)
    let log = try? ReadLog(bytes)
    #expect(log?.records.isEmpty ?? true)
  }
}
