import Foundation
import Testing

/// `faultline analyze` on good input.
struct AnalyzeCommandTests {
  let tool: Tool
  init() throws { tool = try Tool() }

  @Test func `diagnoses the demo without naming a subcommand`() throws {
    let run = try tool(Tool.demo)
    #expect(run.status == 0)
    #expect(run.output.contains("Private key of the RDP certificate not readable"))
    #expect(run.output.contains("DIAGNOSED"))
    #expect(run.output.contains("ms after the connection was accepted"))
  }

  @Test func `logs of a morning cannot tell what is new`() throws {
    let run = try tool(Tool.demo, "--format", "json")
    #expect(run.output.contains("\"newSince\": null"))
    #expect(run.output.contains("\"isNew\": false"))
  }

  @Test func `the number of workers changes no byte`() throws {
    let one = try tool("analyze", Tool.demo, "--format", "json", "--jobs", "1")
    let eight = try tool("analyze", Tool.demo, "--format", "json", "--jobs", "8")
    #expect(one.output.contains("\"cert-private-key-acl\""))
    #expect(one.output == eight.output)
  }

  @Test func `an extract gives the report of the logs it was made from`() throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let extract = folder.appending(path: "demo.jsonl")
    #expect(try tool("extract", Tool.demo, "--output", extract.path).status == 0)
    let direct = try tool("analyze", Tool.demo, "--format", "json")
    let reduced = try tool("analyze", extract.path, "--format", "json")
    #expect(reduced.status == 0)
    #expect(direct.output == reduced.output)
  }

  @Test func `reads standard input`() throws {
    let log = try Data(contentsOf: URL(filePath: Tool.demo).appending(path: "host-system.xml"))
    let run = try tool("-", input: log)
    #expect(run.status == 0)
    #expect(run.output.contains("srv-files.fabrikam.example"))
    #expect(run.output.contains("INC-0001"))
  }

  @Test func `reads a named pipe from its first byte`() async throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let pipe = folder.appending(path: "pipe").path
    try #require(mkfifo(pipe, 0o600) == 0)
    let log = URL(filePath: Tool.demo).appending(path: "host-system.xml")
    let bytes = try Data(contentsOf: log)
    let writer = Task.detached { try FileHandle(forWritingAtPath: pipe)?.write(contentsOf: bytes) }
    let run = try tool("events", pipe, "--format", "csv")
    try await writer.value
    let direct = try tool("events", log.path, "--format", "csv")
    #expect(run.status == 0)
    #expect(run.output.replacing(pipe, with: log.path) == direct.output)
  }

  @Test func `the client's log alone stays undetermined and says what to export`() throws {
    let run = try tool(Tool.demo + "/client-rdpclient.xml")
    #expect(run.status == 0)
    #expect(run.output.contains("UNDETERMINED"))
    #expect(!run.output.contains(" DIAGNOSED"))
    #expect(run.output.contains("wevtutil epl"))
  }

  @Test func `the same log twice counts once`() throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let copy = folder.appending(path: "copy.xml")
    try FileManager.default.copyItem(
      at: URL(filePath: Tool.demo).appending(path: "host-system.xml"), to: copy)
    let run = try tool("stats", Tool.demo, copy.path)
    #expect(run.output.contains("7 held twice"))
    let repeated = try tool("stats", Tool.demo + "/host-system.xml", Tool.demo + "/host-system.xml")
    #expect(repeated.output.contains("1 sources"))
  }

  @Test func `an archive gives what its files give`() throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let archive = folder.appending(path: "logs.tar.gz")
    let tar = Process()
    tar.executableURL = URL(filePath: "/bin/sh")
    tar.arguments = ["-c", "tar czf '\(archive.path)' -C '\(Tool.demo)' ."]
    try tar.run()
    tar.waitUntilExit()
    let run = try tool(archive.path)
    #expect(run.status == 0)
    #expect(run.output.contains("logs.tar.gz!/"))
    #expect(run.output.contains("Private key of the RDP certificate not readable"))
  }

  @Test func `writes a folder of reports with hashes`() throws {
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    let run = try tool(Tool.demo, "--report-dir", folder.path)
    #expect(run.status == 0)
    #expect(run.output.contains("DIAGNOSED"))
    for name in ["report.html", "report.md", "report.json", "timeline.csv"] {
      let data = try Data(contentsOf: folder.appending(path: name))
      #expect(data.count > 500, "\(name)")
    }
    let json = try String(contentsOf: folder.appending(path: "report.json"), encoding: .utf8)
    #expect(!json.contains("\"sha256\": null") && !json.contains("\"sha256\":null"))
  }
}
