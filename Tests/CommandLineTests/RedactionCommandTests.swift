import Foundation
import Testing

/// `faultline --redact`: hunts for names that must not be in any output.
struct RedactionCommandTests {
  let tool: Tool
  let folder: URL
  /// Base64 of SHA-256 of `zqxanna` in UTF-16LE, as a client logs it, and of `zqxcarla`, whom no log names.
  static let hashes = [
    "yVPwNujxm/9Z5PTjxP0XVOiWg8ugPj2BgI/plBv/Qn8=", "9gUC6fZPR9j3iLcl+M3hp4cv1tPdTzjRy7mpN3HhnhY=",
  ]
  /// Every name of the logs holds the first, which is no word of ours.
  static let hunted =
    ["zqx", "198.51.100.77", "2001:db8:77::9", "1004336348-1177238915"] + hashes

  init() throws {
    tool = try Tool()
    folder = try Tool.temporaryFolder().appending(path: "zqxcase")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(Self.client.utf8).write(to: folder.appending(path: "zqxanna-laptop.xml"))
    try Data(Self.host.utf8).write(to: folder.appending(path: "zqxhost.xml"))
    try Data("not a log".utf8).write(to: folder.appending(path: "notes of zqxbert.txt"))
  }

  private static func event(
    _ provider: String, _ id: Int, _ channel: String, _ computer: String, _ time: String, _ record: Int,
    _ data: [(String, String)], activity: String? = nil
  ) -> String {
    let values = data.map { "<Data Name='\($0)'>\($1)</Data>" }.joined()
    let link = activity.map { "<Correlation ActivityID='{F4200000-0000-4000-8000-00000000000\($0)}'/>" } ?? ""
    return
      "<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='\(provider)'/>"
      + "<EventID>\(id)</EventID><Level>4</Level><TimeCreated SystemTime='2026-03-02T\(time)Z'/>"
      + "<EventRecordID>\(record)</EventRecordID>\(link)<Channel>\(channel)</Channel><Computer>\(computer)</Computer>"
      + "<Security UserID='S-1-5-21-1004336348-1177238915-682003330-1121'/></System><EventData>\(values)</EventData></Event>\n"
  }

  private static let client: String = {
    let provider = "Microsoft-Windows-TerminalServices-ClientActiveXCore"
    let channel = "Microsoft-Windows-TerminalServices-RDPClient/Operational"
    return ["1", "2"].map { number in
      func event(_ id: Int, _ second: String, _ data: [(String, String)]) -> String {
        Self.event(
          provider, id, channel, "ZQXLAP-7.zqxcorp.example", "10:0\(number):\(second)",
          100 * (Int(number) ?? 0) + id,
          data, activity: number)
      }
      return event(1024, "01.1", [("Name", "Server Name"), ("Value", "zqxhost-9")])
        + event(1029, "01.2", [("TraceMessage", hashes[number == "1" ? 0 : 1] + "-")])
        + event(1102, "01.3", [("Name", "Server IP"), ("Value", "2001:db8:77::9")])
        + event(1026, "04.9", [("Name", "Disconnect Reason"), ("Value", "2055")])
    }.joined()
  }()

  private static let host: String = ["1", "2"].map { number in
    func event(_ provider: String, _ id: Int, _ channel: String, _ second: String, _ data: [(String, String)])
      -> String
    {
      Self.event(
        provider, id, channel, "zqxhost-9.zqxcorp.example", "10:0\(number):\(second)",
        100 * (Int(number) ?? 0) + id, data)
    }
    let rdp = "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS"
    let name = number == "1" ? "zqxanna" : "zqxbert@zqxcorp.example"
    return event(
      rdp, 131, rdp + "/Operational", "01.35",
      [("ConnType", "TCP"), ("ClientIP", "198.51.100.77:50\(number)11")])
      + event(
        "Microsoft-Windows-Security-Auditing", 4625, "Security", "03.5",
        [
          ("TargetUserName", name), ("TargetDomainName", "ZQXCORP"), ("Status", "0xc000006d"),
          ("FailureReason", "%%2313"), ("SubStatus", "0xc000006a"), ("LogonType", "3"),
          ("LogonProcessName", "NtLmSsp "), ("AuthenticationPackageName", "NTLM"),
          ("WorkstationName", "ZQXLAP-7"), ("IpAddress", "198.51.100.77"), ("IpPort", "50\(number)11"),
        ])
      + event(rdp, 103, rdp + "/Operational", "04.8", [("ReasonCode", "14")])
  }.joined()

  private func hunt(_ text: String, in place: String) {
    for name in Self.hunted {
      let found = text.firstRange(of: name) ?? text.lowercased().firstRange(of: name)
      let around = found.map { "\(text[$0.lowerBound...].prefix(60))" } ?? ""
      #expect(found == nil, "\(place) shows \(name): \(around)")
    }
  }

  @Test func `the logs hold what is hunted for`() throws {
    let plain = try tool(folder.path, "--format", "json").output
    #expect(plain.contains("zqxanna") && plain.contains("198.51.100.77"))
    #expect(plain.contains(Self.hashes[0]) && plain.contains(Self.hashes[1]))
  }

  @Test(arguments: ["text", "markdown", "html", "json", "csv"])
  func `no format shows a name, a hash of a name, or an address`(format: String) throws {
    let output = folder.deletingLastPathComponent().appending(path: "out.\(format)")
    let run = try tool(folder.path, "--redact", "--format", format, "--output", output.path)
    #expect(run.status == 0)
    let text = try String(contentsOf: output, encoding: .utf8)
    #expect(text.contains("USER-1") && text.contains("HOST-1"))
    hunt(text, in: format)
  }

  @Test func `a folder of reports can be handed on as it is, the key lies beside it`() throws {
    let parent = folder.deletingLastPathComponent()
    let reports = parent.appending(path: "report")
    let run = try tool(folder.path, "--redact", "--report-dir", reports.path)
    #expect(run.status == 0)
    hunt(run.output, in: "standard output")
    let names = try FileManager.default.contentsOfDirectory(atPath: reports.path).sorted()
    #expect(names == ["report.html", "report.json", "report.md", "timeline.csv"])
    for name in names {
      hunt(try String(contentsOf: reports.appending(path: name), encoding: .utf8), in: name)
    }
    let key = parent.appending(path: "report-redaction-key.csv")
    let text = try String(contentsOf: key, encoding: .utf8)
    #expect(text.contains("zqxanna") && text.contains(Self.hashes[1]))
    let mode = try FileManager.default.attributesOfItem(atPath: key.path)[.posixPermissions] as? Int
    #expect(mode == 0o600)
    #expect(run.errors.contains("report-redaction-key.csv; keep it to yourself"))
  }

  @Test func `the hash of a known user has the user's pseudonym, a stranger's one of its own`() throws {
    let text = try tool(folder.path, "--redact", "--format", "csv").output
    #expect(text.contains("hash HASH-1"))
    #expect(text.contains("hash USER-"))
  }
}
