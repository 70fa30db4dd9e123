import EventSignals
import Foundation
import KnowledgeBase
import Testing
import WindowsEventLog

@testable import BatchAnalysis

/// Network logons beside, and far from, signs of Remote Desktop. All records are invented.
struct SupportingSignalsTests {
  private func event(
    _ provider: String, _ id: Int, _ channel: String, _ time: String, _ data: [(String, String)]
  )
    -> String
  {
    "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='\(provider)'/>"
      + "<EventID>\(id)</EventID><TimeCreated SystemTime='2026-03-02T\(time)Z'/><Channel>\(channel)</Channel>"
      + "<Computer>RDS-1.contoso.example</Computer></System><EventData>"
      + data.map { "<Data Name='\($0)'>\($1)</Data>" }.joined() + "</EventData></Event>\n"
  }

  private func logon(_ time: String, type: Int = 3) -> String {
    event(
      "Microsoft-Windows-Security-Auditing", 4624, "Security", time,
      [("TargetUserName", "kim"), ("LogonType", "\(type)"), ("IpAddress", "192.0.2.7")])
  }

  /// A folder with the listener's log and a Security log; removed by the caller.
  private func folder() throws -> URL {
    let folder = FileManager.default.temporaryDirectory.appending(path: "faultline-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let listener = event(
      "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS", 131,
      "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational", "08:00:00",
      [("ConnType", "TCP"), ("ClientIP", "192.0.2.7:50000")])
    let security =
      logon("07:00:00") + logon("08:00:02") + logon("08:29:00", type: 10) + logon("08:40:00")
      + logon("12:00:00") + logon("13:00:00", type: 5)
    try Data(listener.utf8).write(to: folder.appending(path: "listener.xml"))
    try Data(security.utf8).write(to: folder.appending(path: "security.xml"))
    return folder
  }

  private func read(_ path: String, keeps: Bool = false) async throws -> ReadSite {
    var options = AnalysisOptions(version: "test", now: WindowsTime(ticks: 134_169_164_468_810_426))
    options.keepsSupporting = keeps
    return await BatchAnalysis(knowledge: try .builtIn(), options: options).read([path])
  }

  private func logons(_ site: ReadSite) -> [String] {
    site.sources.flatMap(\.signals).filter { $0.event.eventID == 4624 }
      .map { String($0.event.rawTime.iso8601.dropFirst(11).prefix(8)) }
  }

  @Test func `network logons are kept near other signals only`() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    // The one at 08:40 lies near the remote logon of 08:29, not near the connection.
    #expect(logons(try await read(folder.path)) == ["08:00:02", "08:29:00", "08:40:00"])
    #expect(
      logons(try await read(folder.path, keeps: true)) == [
        "07:00:00", "08:00:02", "08:29:00", "08:40:00", "12:00:00",
      ])
  }

  @Test func `what is read later is what would have been read at once`() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let whole = try await read(folder.path, keeps: true)
    let direct = try await read(folder.path)
    let kept = Set(direct.sources.flatMap(\.signals))
    #expect(whole.sources.flatMap(\.signals).filter(kept.contains) == direct.sources.flatMap(\.signals))
    #expect(whole.sources.map(\.summary) == direct.sources.map(\.summary))
  }

  @Test func `an extract gives the same signals as the logs it was made from`() async throws {
    let folder = try folder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let lines = try await read(folder.path, keeps: true).sources.flatMap { try ExtractWriter().lines(of: $0) }
    let extract = URL(filePath: folder.path + ".jsonl")
    defer { try? FileManager.default.removeItem(at: extract) }
    try Data(lines).write(to: extract)
    let direct = try await read(folder.appending(path: "security.xml").path)
    let alone = try await read(extract.path)
    let both = try await read(folder.path)
    #expect(alone.sources.flatMap(\.signals).count == 4)
    // Without the connection only the remote logon says that 08:00 matters.
    #expect(logons(direct) == ["08:00:02", "08:29:00", "08:40:00"])
    #expect(logons(both) == logons(alone))
  }
}
