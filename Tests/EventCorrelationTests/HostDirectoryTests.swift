import Testing
import WindowsEventLog

@testable import EventCorrelation

struct HostDirectoryTests {
  @Test func `short and full names of one machine are one`() {
    let directory = HostDirectory(computers: ["TS-BIRCH", "ts-birch.contoso.com", "PC-ALDER"])
    #expect(directory.machines.count == 2)
    #expect(directory.machine(NetworkName("ts-birch")) == directory.machine(computer: "TS-Birch.Contoso.com"))
  }

  @Test func `two domains may have a machine of the same short name`() {
    let directory = HostDirectory(computers: ["ts.contoso.com", "ts.fabrikam.com", "TS"])
    #expect(directory.machines.count == 3)
    #expect(
      directory.machine(NetworkName("ts.contoso.com")) != directory.machine(NetworkName("ts.fabrikam.com")))
  }

  @Test func `a name cut to fifteen characters is the longer name`() {
    let directory = HostDirectory(computers: ["LONGSERVERNAME0", "longservername01.contoso.com"])
    #expect(directory.machines.count == 1)
  }

  @Test func `an alias of a machine contradicts no full name of it`() {
    var directory = HostDirectory(computers: ["TS-BIRCH", "TS-OAK.fabrikam.com"])
    directory.learn(name: NetworkName("remote.contoso.com"), of: 0)
    #expect(directory.machine(NetworkName("ts-birch.contoso.com")) == 0)
    #expect(directory.machine(NetworkName("ts-oak.contoso.com")) == nil)
  }

  @Test func `an address that two machines use names neither`() {
    var directory = HostDirectory(computers: ["A", "B"])
    directory.learn(name: NetworkName("10.0.0.1"), of: 0)
    #expect(directory.machine(NetworkName("10.0.0.1")) == 0)
    directory.learn(name: NetworkName("10.0.0.1"), of: 1)
    #expect(directory.machine(NetworkName("10.0.0.1")) == nil)
  }

  @Test func `a machine renamed while it logged is one`() {
    func span(_ ids: ClosedRange<UInt64>, _ from: Int64, _ to: Int64) -> SourceCoverage.Span {
      .init(records: 1, first: .init(ticks: from), last: .init(ticks: to), recordIDs: [ids])
    }
    let source = SourceCoverage(spans: [
      .init(computer: "WIN-ABC", channel: "System"): span(1...50, 0, 100),
      .init(computer: "TS-BIRCH", channel: "System"): span(51...90, 101, 200),
      .init(computer: "PC-ALDER", channel: "System"): span(400...500, 0, 900),
    ])
    let pairs = RenamedComputers.pairs(in: [source])
    #expect(pairs.map(\.from) == ["TS-BIRCH"])
    #expect(pairs.map(\.to) == ["WIN-ABC"])
    let directory = HostDirectory(computers: ["WIN-ABC", "TS-BIRCH", "PC-ALDER"], renamed: pairs)
    #expect(directory.machines.count == 2)
  }
}
