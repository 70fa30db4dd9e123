import Testing

@testable import EventCorrelation

struct ProviderKindTests {
  @Test func `the name of a provider tells what its events are about, in either case`() {
    let core = ProviderKind(provider: "microsoft-windows-remotedesktopservices-RDPCORETS")
    #expect(core == [.connectionCore, .remoteDesktop])
    let client = ProviderKind(provider: "Microsoft-Windows-TerminalServices-ClientActiveXCore")
    #expect(client == [.client, .remoteDesktop])
    #expect(ProviderKind(provider: "Microsoft-Windows-Security-Auditing") == .security)
    #expect(ProviderKind(provider: "Schannel").isEmpty)
  }
}
