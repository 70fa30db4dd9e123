import ArgumentParser
import BatchAnalysis
import EventSignals

/// `faultline collect --role …`
struct Collect: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a PowerShell script that exports the right logs of a machine as one zip.",
    discussion: """
      The script only reads, is bounded in time, passes over channels that are missing, and says what it
      leaves out and why. Run it elevated on each machine of the way.

      EXAMPLES
        faultline collect --role session-host > collect-host.ps1
        powershell -ExecutionPolicy Bypass -File collect-host.ps1 -Hours 48
      """)

  @Option(
    help: "\(HostRole.allCases.map(\.rawValue).joined(separator: ", ")).",
    completion: .list(HostRole.allCases.map(\.rawValue)),
    transform: { text in
      guard let role = HostRole(rawValue: text.lowercased()) else {
        throw ValidationError("--role takes \(HostRole.allCases.map(\.rawValue).joined(separator: ", ")).")
      }
      return role
    })
  var role: HostRole

  func run() throws {
    let script = CollectScript(role: role, version: ProgramVersion.current)
    guard Terminal.write(script.text.utf8) else { throw ExitStatus.cannotWrite }
  }
}
