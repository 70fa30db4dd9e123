import Testing
import WindowsEventLog

@testable import Diagnosis

struct ExportCommandTests {
  @Test func `names nothing but a plain file and keeps the window in UTC`() {
    let command = ExportCommand(
      host: "..\\evil\" & calc", channel: "Microsoft-Windows-TerminalServices-RDPClient/Operational",
      from: SampleSite.at(0), to: SampleSite.at(60))
    let file = command.text.split(separator: "\"")[3]
    #expect(file == "..-evil----calc-Microsoft-Windows-TerminalServices-RDPClient-Operational.evtx")
    #expect(command.text.contains("@SystemTime>='\(SampleSite.at(-900).iso8601)'"))
    #expect(command.text.contains("@SystemTime<='\(SampleSite.at(360).iso8601)'"))
  }
}
