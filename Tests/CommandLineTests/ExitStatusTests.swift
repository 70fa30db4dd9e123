import Foundation
import Testing

/// What goes wrong, the message for it, and the status it ends with.
struct ExitStatusTests {
  let tool: Tool
  let folder: URL

  init() throws {
    tool = try Tool()
    folder = try Tool.temporaryFolder()
  }

  private func file(_ name: String, _ bytes: Data) throws -> String {
    let url = folder.appending(path: name)
    try bytes.write(to: url)
    return url.path
  }

  @Test func `an input that does not exist`() throws {
    let run = try tool(folder.path + "/absent.xml")
    #expect(run.status == 66)
    #expect(run.errors.contains("absent.xml: no such file"))
  }

  @Test func `a missing input does not stop the others`() throws {
    let run = try tool(folder.path + "/absent.xml", Tool.demo)
    #expect(run.status == 66)
    #expect(run.output.contains("Private key of the RDP certificate not readable"))
  }

  @Test func `an empty file`() throws {
    let run = try tool(try file("empty.xml", Data()))
    #expect(run.status == 65)
    #expect(run.errors.contains("empty.xml: the file is empty"))
  }

  @Test func `a folder without logs`() throws {
    let run = try tool(folder.path)
    #expect(run.status == 65)
    #expect(run.errors.contains("holds no files"))
  }

  @Test func `a picture`() throws {
    let run = try tool(try file("photo.jpg", Data([0xFF, 0xD8, 0xFF, 0xE0, 0, 16]) + Data("JFIF".utf8)))
    #expect(run.status == 65)
    #expect(run.errors.contains("JPEG"))
    #expect(run.errors.contains("wevtutil"))
  }

  @Test func `a truncated log is read as far as it goes`() throws {
    let whole = try Data(contentsOf: URL(filePath: Tool.demo).appending(path: "host-system.xml"))
    let path = try file("cut.xml", whole.prefix(whole.count - 300))
    let run = try tool(path)
    #expect(run.status == 0)
    #expect(run.errors.contains("cut.xml: 1 damaged record was left out (1 truncated)"))
    #expect(run.output.contains("INC-0001"))
    #expect(try tool(path, "--strict").status == 65)
  }

  @Test func `what --fail-on asks for`() throws {
    #expect(try tool(Tool.demo, "--fail-on", "diagnosed").status == 1)
    #expect(try tool(Tool.demo, "--fail-on", "incident").status == 1)
    #expect(try tool(Tool.demo, "--fail-on", "never").status == 0)
    #expect(try tool(Tool.demo + "/client-rdpclient.xml", "--fail-on", "diagnosed").status == 0)
  }

  @Test func `wrong usage`() throws {
    #expect(try tool(Tool.demo, "--no-such-flag").status == 64)
    #expect(try tool().status == 64)
    #expect(try tool(Tool.demo, "--jobs", "0").status == 64)
    #expect(try tool(Tool.demo, "--since", "yesterday").status == 64)
    #expect(try tool("collect", "--role", "printer").status == 64)
  }

  @Test func `an output that cannot be written`() throws {
    let run = try tool(Tool.demo, "--output", folder.path + "/no/such/folder/report.txt")
    #expect(run.status == 73)
    #expect(run.errors.contains("cannot be written"))
  }

  @Test func `an output that is a link stays one`() throws {
    let target = folder.appending(path: "target.json")
    let link = folder.appending(path: "link.json")
    try Data("old".utf8).write(to: target)
    try FileManager.default.createSymbolicLink(at: link, withDestinationURL: target)
    #expect(try tool(Tool.demo, "--format", "json", "--output", link.path).status == 0)
    let kind = try FileManager.default.attributesOfItem(atPath: link.path)[.type] as? FileAttributeType
    #expect(kind == .typeSymbolicLink)
    #expect(try String(contentsOf: target, encoding: .utf8).hasPrefix("{"))
  }

  @Test func `a pipe as output takes the report and is not replaced`() throws {
    let pipe = folder.appending(path: "pipe")
    #expect(mkfifo(pipe.path, 0o600) == 0)
    let reader = Process()
    reader.executableURL = URL(filePath: "/bin/cat")
    reader.arguments = [pipe.path]
    let taken = Pipe()
    reader.standardOutput = taken
    try reader.run()
    defer { reader.terminate() }
    #expect(
      try tool(Tool.demo + "/client-rdpclient.xml", "--format", "csv", "--output", pipe.path).status == 0)
    let kind = try FileManager.default.attributesOfItem(atPath: pipe.path)[.type] as? FileAttributeType
    #expect(kind != .typeRegular)
    let text = try taken.fileHandleForReading.readToEnd().map { String(decoding: $0, as: UTF8.self) }
    #expect(text?.contains("datetime") == true)
  }

  @Test func `a path cannot write control sequences to a terminal`() throws {
    let run = try tool(folder.path + "/\u{1B}[31mred.xml")
    #expect(!run.errors.contains("\u{1B}"))
    #expect(run.errors.contains("\\u{1B}[31mred.xml"))
  }

  @Test func `suppressions take incidents away and faults in them are told`() throws {
    let good = try file(
      "known.yml", Data("- reason: waits for the new certificate\n  cause: cert-private-key-acl\n".utf8))
    let run = try tool(Tool.demo, "--suppress", good, "--fail-on", "incident")
    #expect(run.status == 0)
    #expect(run.output.contains("waits for the new certificate"))
    #expect(run.output.contains("No failed Remote Desktop connection besides 1 known and accepted incident"))
    let broad = try tool(Tool.demo, "--suppress", try file("broad.yml", Data("- reason: everything\n".utf8)))
    #expect(broad.status == 64)
    #expect(broad.errors.contains("would hush everything"))
    #expect(try tool(Tool.demo, "--suppress", folder.path + "/absent.yml").status == 66)
  }
}
