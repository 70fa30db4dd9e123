import BatchAnalysis
import EventSignals
import Testing

/// The PowerShell of `faultline collect`.
struct CollectScriptTests {
  @Test(arguments: HostRole.allCases)
  func `every role has channels, reasons and a filled template`(role: HostRole) {
    let script = CollectScript(role: role, version: "1.2.3")
    #expect(script.channels.count >= 2)
    #expect(Set(script.channels).count == script.channels.count)
    for channel in script.channels { #expect(script.text.contains("Channel = '\(channel)'")) }
    #expect(!script.text.contains("@ROLE@") && !script.text.contains("@TAKEN@"))
    #expect(script.text.contains("faultline 1.2.3"))
  }

  @Test func `quotes inside a filter are doubled`() {
    let text = CollectScript(role: .client, version: "1").text
    #expect(text.contains("Provider[@Name=''Schannel''"))
  }

  @Test func `lines end as Windows wants them`() {
    let text = CollectScript(role: .gateway, version: "1").text
    #expect(text.utf8.count { $0 == 10 } == text.utf8.count { $0 == 13 })
  }
}
