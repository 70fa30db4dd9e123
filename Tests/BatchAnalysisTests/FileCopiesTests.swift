import Foundation
import KnowledgeBase
import Testing
import WindowsEventLog

@testable import BatchAnalysis

/// Logs that lie in a folder more than once. All records are invented.
struct FileCopiesTests {
  /// A log of one alert each second; without record ids only the bytes tell that two logs are one.
  private func log(_ count: Int, host: String = "RDS-1", ids: Bool = true, end: String = "</Events>\n")
    -> Data
  {
    let events = (1...count).map { number in
      "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Schannel'/>"
        + "<EventID>36870</EventID><TimeCreated SystemTime='2026-03-02T08:00:\(number % 50 + 10)Z'/>"
        + (ids ? "<EventRecordID>\(number)</EventRecordID>" : "")
        + "<Channel>System</Channel><Computer>\(host).contoso.example</Computer></System><EventData>"
        + "<Data Name='Type'>server</Data><Data Name='ErrorCode'>0x8009030d</Data>"
        + "<Data Name='ErrorStatus'>10001</Data></EventData></Event>\n"
    }
    return Data(("<Events>\n" + events.joined() + end).utf8)
  }

  private func withFolder<Result>(
    _ files: [String: Data], isolation: isolated (any Actor)? = #isolation,
    _ body: (String) async throws -> Result
  ) async throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "copies-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, bytes) in files { try bytes.write(to: folder.appending(path: name)) }
    return try await body(folder.path)
  }

  private func originals(_ files: [String: Data], workers: Int = 2) async throws -> [Int: Int] {
    try await withFolder(files) { folder in
      await FileCopies(workers: workers, state: RunState()).originals(
        of: InputDiscovery(paths: [folder]).inputs)
    }
  }

  private func read(_ files: [String: Data], hashes: Bool = false) async throws -> ReadSite {
    try await withFolder(files) { folder in
      var options = AnalysisOptions(version: "test", now: WindowsTime(ticks: 134_169_164_468_810_426))
      options.hashes = hashes
      return await BatchAnalysis(knowledge: try .builtIn(), options: options).read([folder])
    }
  }

  @Test(arguments: [1, 2]) func `each copy has the first file of its bytes`(workers: Int) async throws {
    let one = log(200)
    let other = log(200, host: "RDS-2")
    let files = ["a": one, "b": other, "c": one, "d": other, "e": one, "f": one + [10]]
    #expect(one.count == other.count)
    #expect(try await originals(files, workers: workers) == [2: 0, 3: 1, 4: 0])
  }

  @Test func `files that differ in the middle alone are two`() async throws {
    var changed = log(200)
    changed[changed.count / 2] ^= 1
    #expect(try await originals(["a": log(200), "b": changed]).isEmpty)
  }

  @Test func `an archive is opened each time, since its logs carry its name`() async throws {
    let bytes = Data([0x1F, 0x8B]) + log(5)
    #expect(try await originals(["a": bytes, "b": bytes, "c": Data(), "d": Data()]).isEmpty)
  }

  @Test func `a copy tells the same as if it had been read`() async throws {
    // Blanks at the end make another file of the same records.
    let damaged = log(100, end: "<Event><System>")
    let copies = try await read(["a": damaged, "b": damaged], hashes: true)
    let apart = try await read(["a": damaged, "b": damaged + Data(repeating: 32, count: 9)])
    #expect(copies.sources.count == 2)
    #expect(copies.sources.map(\.signals.count) == [100, 0])
    #expect(apart.sources.map(\.signals.count) == [100, 0])
    #expect(copies.sources[1].summary.ledger.duplicate == 100)
    #expect(apart.sources[1].summary.ledger.duplicate == 100)
    #expect(copies.sources[1].summary.coverage == apart.sources[1].summary.coverage)
    #expect(copies.notices.map { $0.path.suffix(2) } == ["/a", "/b"])
    #expect(copies.sources[0].sha256 != nil)
    #expect(copies.sources[0].sha256 == copies.sources[1].sha256)
  }

  @Test func `events without record ids count once where the file is the same`() async throws {
    let site = try await read(["a": log(3, ids: false), "b": log(3, ids: false)])
    #expect(site.sources.map(\.signals.count) == [3, 0])
    #expect(site.sources.map(\.summary.ledger.duplicate) == [0, 3])
  }
}
