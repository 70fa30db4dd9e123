import Foundation
import Testing

/// The subcommands beside `analyze`.
struct OtherCommandTests {
  let tool: Tool
  init() throws { tool = try Tool() }

  @Test func `explain gives all readings`() throws {
    let run = try tool(
      "explain", "0x904/0x7", "-2146893043", "alert", "40", "Schannel/36874", "226", "50331673")
    #expect(run.status == 0)
    for part in [
      "disconnectReasonAtClientWinsockFDCLOSE", "exDiscReasonServerDeniedConnection", "WSAEINVAL",
      "SEC_E_UNKNOWN_CREDENTIALS", "handshake_failure", "event 36874 of Schannel",
      "event 226 of Microsoft-Windows-TerminalServices-ClientActiveXCore", "administrator of the gateway",
    ] {
      #expect(run.output.contains(part), "\(part)")
    }
  }

  @Test func `explain says where an unknown code was looked for`() throws {
    let run = try tool("explain", "0x80AB1234")
    #expect(run.status == 65)
    #expect(run.output.contains("severity failure"))
    #expect(run.output.contains("Searched: disconnect reason, extended reason, ERRINFO"))
  }

  @Test func `events writes every record once`() throws {
    let run = try tool("events", Tool.demo)
    let lines = run.output.split(separator: "\n")
    #expect(run.status == 0)
    #expect(lines.count == 43)
    for line in lines { _ = try JSONSerialization.jsonObject(with: Data(line.utf8)) }
    let some = try tool("events", Tool.demo, "--id", "36870", "--provider", "schannel")
    #expect(some.output.split(separator: "\n").count == 2)
    #expect(
      try tool("events", Tool.demo, "--format", "csv").output.hasPrefix("message,datetime,timestamp_desc"))
  }

  @Test func `collect prints a script for each role`() throws {
    let roles = ["client", "session-host", "gateway", "broker", "domain-controller", "license-server"]
    for role in roles {
      let run = try tool("collect", "--role", role)
      #expect(run.status == 0)
      #expect(run.output.contains("$role = '\(role)'"))
      #expect(run.output.contains("Channel = 'System'") || run.output.contains("Channel = 'Security'"))
      #expect(run.output.contains("# Left out:"))
      #expect(run.output.utf8.allSatisfy { $0 < 128 }, "PowerShell 5.1 reads a script without a mark as ANSI")
      #expect(!run.output.contains("@ROLE@") && !run.output.contains("@SOURCES@"))
    }
  }

  @Test func `rules lists shows and checks`() throws {
    let list = try tool("rules", "list")
    #expect(list.output.contains("cause   cert-private-key-acl"))
    #expect(list.output.contains("signal  schannel-36870"))
    #expect(try tool("rules", "show", "cert-private-key-acl").output.contains("evidence:"))
    #expect(try tool("rules", "show", "no-such-rule").status == 66)
    let folder = try Tool.temporaryFolder()
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data("title: half a rule\n".utf8).write(to: folder.appending(path: "half.yml"))
    let check = try tool("rules", "check", folder.path)
    #expect(check.status == 65)
    #expect(check.errors.contains("half.yml"))
    #expect(try tool("rules", "check", folder.path + "/absent").status == 66)
    let test = try tool("rules", "test")
    #expect(test.status == 0, "\(test.errors)")
    #expect(test.output.contains("examples went as their files say"))
  }

  @Test func `help has examples and the version is told`() throws {
    #expect(try tool("--help").output.contains("EXAMPLES"))
    #expect(try tool("--version").output == "0.1.0\n")
    #expect(try tool("--generate-completion-script", "bash").output.contains("faultline"))
  }
}
