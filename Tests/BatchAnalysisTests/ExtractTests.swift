import EventSignals
import Foundation
import Testing
import WindowsEventLog

@testable import BatchAnalysis

/// Extracts written and read back.
struct ExtractTests {
  private func sample() -> SourceResult {
    let instant = WindowsTime(ticks: 134_169_164_468_810_426)
    let span = SourceCoverage.Span(
      records: 7, first: instant, last: instant.advanced(bySeconds: 60), recordIDs: [3...5, 8...11],
      silences: [instant...instant.advanced(bySeconds: 700)], providers: ["B", "A"])
    return SourceResult(
      path: "a.zip!/x.xml", sha256: "00ff",
      summary: SourceSummary(
        description: .init(dialect: "wevtutil", encoding: "UTF-16LE"),
        ledger: .init(bytes: 9000, read: 7, repaired: 1, skipped: 2),
        coverage: .init(spans: [.init(computer: "TS01", channel: "System"): span])),
      signals: [
        Signal(
          rule: "client-1026", role: .clientDisconnected, proves: .client, phase: .tls,
          event: EventReference(
            source: "a.zip!/x.xml", offset: 12, computer: "PC", channel: "c", provider: "p", eventID: 1026,
            recordID: nil, rawTime: instant),
          activityID: "{x}", fields: [.reason: "2308", .user: "kim", .peer: "192.0.2.1"], summary: "s")
      ])
  }

  private func read(_ bytes: [UInt8]) -> [SourceResult] {
    var reader = ExtractReader(path: "x.jsonl")
    var lines = LineSplitter(limit: 1 << 20)
    lines.add(bytes[...]) { reader.add(line: $0) }
    lines.finish { reader.add(line: $0) }
    return reader.finish()
  }

  @Test func `what was written is read back whole`() throws {
    let source = sample()
    #expect(read(try ExtractWriter().lines(of: source)) == [source])
  }

  @Test func `what there is to tell about the inputs travels along, in its order`() throws {
    let notices = [
      AnalysisNotice(path: "b.txt", kind: .unreadable, message: "foreign"),
      AnalysisNotice(path: "a.zip!/x.xml", kind: .damaged, message: "two"),
    ]
    let lines = try ExtractWriter().lines(of: ReadSite(sources: [sample()], notices: notices))
    let sources = read(lines)
    #expect(lines.starts(with: ExtractHeader.mark))
    #expect(sources.flatMap(\.notices) == notices)
    #expect(sources.filter(\.isReadable) == [sample()])
  }

  @Test func `the same source gives the same bytes, marked at the start`() throws {
    let lines = try ExtractWriter().lines(of: sample())
    #expect(lines.starts(with: ExtractHeader.mark))
    for _ in 0..<5 { #expect(try ExtractWriter().lines(of: sample()) == lines) }
  }

  @Test func `damaged lines are counted and the rest is kept`() throws {
    let lines = try ExtractWriter().lines(of: sample())
    let sources = read(lines + Array("{\"broken\":\n".utf8))
    #expect(sources.count == 1)
    #expect(sources.first?.signals.count == 1)
    #expect(sources.first?.notices.last?.message.contains("the first is line 3") == true)
  }

  @Test func `an extract of another version is refused`() {
    let sources = read(Array("{\"faultlineExtract\":99,\"path\":\"x\"}\n".utf8))
    #expect(sources.first?.isReadable == false)
    #expect(sources.first?.notices.first?.message.contains("with this version") == true)
  }

  @Test func `a line over the limit is cut`() {
    var lengths: [Int] = []
    var lines = LineSplitter(limit: 10)
    lines.add(Array("short\r\n0123456789abcdef\nlast".utf8)[...]) { lengths.append($0.count) }
    lines.finish { lengths.append($0.count) }
    #expect(lengths == [5, 10, 4])
  }
}
