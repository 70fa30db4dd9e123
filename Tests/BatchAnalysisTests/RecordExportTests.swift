import EventExport
import Foundation
import Synchronization
import Testing
import WindowsEventLog

@testable import BatchAnalysis

/// Exports by one worker and by several.
struct RecordExportTests {
  private final class Output: Sendable {
    let bytes = Mutex<[UInt8]>([])
    func add(_ more: UnsafeRawBufferPointer) { bytes.withLock { $0 += Array(more) } }
    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
  }

  /// Invented records, one of them damaged.
  private func file(records: Int) throws -> URL {
    var text = "<Events>\n"
    for number in 0..<records {
      let close = number == records / 2 ? "</EventDat>" : "</EventData>"
      text +=
        "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Contoso'/>"
        + "<EventID>\(number % 7)</EventID><EventRecordID>\(number)</EventRecordID><Channel>C</Channel>"
        + "<Computer>H</Computer></System><EventData><Data Name='x'>\(number * number)</Data>\(close)</Event>\n"
    }
    let url = FileManager.default.temporaryDirectory.appending(path: "faultline-\(UUID().uuidString).xml")
    try Data((text + "</Events>\n").utf8).write(to: url)
    return url
  }

  private func export(_ paths: [String], workers: Int, sliceSize: Int) -> (text: String, site: ReadSite) {
    let output = Output()
    var export = RecordExport(writer: CSVRecordWriter())
    export.sliceSize = sliceSize
    let site = export.run(paths, workers: workers) { bytes in
      output.add(bytes)
      return true
    }
    return (output.text, site)
  }

  @Test func `the bytes do not depend on workers or slices`() throws {
    let (one, two) = (try file(records: 2000), try file(records: 40))
    defer { for url in [one, two] { try? FileManager.default.removeItem(at: url) } }
    let paths = [one.path, two.path]
    let whole = export(paths, workers: 1, sliceSize: 1 << 20)
    #expect(whole.text.split(whereSeparator: \.isNewline).count == 1 + 1999 + 39)
    for (workers, size) in [(1, 20_000), (4, 20_000), (3, 5_000)] {
      let sliced = export(paths, workers: workers, sliceSize: size)
      #expect(sliced.text == whole.text)
      #expect(sliced.site == whole.site)
    }
  }

  @Test func `a sink that takes no more ends the run`() throws {
    let url = try file(records: 2000)
    defer { try? FileManager.default.removeItem(at: url) }
    let calls = Mutex(0)
    var export = RecordExport(writer: CSVRecordWriter())
    export.sliceSize = 10_000
    _ = export.run([url.path], workers: 4) { _ in
      calls.withLock { $0 += 1 }
      return calls.withLock { $0 } < 3
    }
    #expect(calls.withLock { $0 } == 3)
  }

  @Test func `an input that cannot be read does not stop the rest`() throws {
    let url = try file(records: 10)
    defer { try? FileManager.default.removeItem(at: url) }
    let result = export([url.path + ".absent", url.path], workers: 2, sliceSize: 1 << 20)
    #expect(result.site.sources.count == 1)
    #expect(result.site.notices.contains { $0.kind == .missing })
  }
}
