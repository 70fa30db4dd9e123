import EventSignals
import TestSupport
import Testing
import WindowsEventLog

@testable import EventCorrelation

struct SiteClocksTests {
  @Test func `a pair that nothing ties to the reference is only assumed to agree with it`() throws {
    var scenario = Scenario()
    let client = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    let otherClient = scenario.machine("PC-HAZEL", address: "10.1.1.5", ahead: 3.5)
    let otherHost = scenario.machine("TS-OAK", address: "10.1.1.9")
    for start in [0.0, 300, 900] {
      scenario.connect(client, to: host, at: start, user: "ann", course: .refused(reason: 2055))
    }
    scenario.connect(otherClient, to: otherHost, at: 4000, user: "bob", course: .refused(reason: 2055))
    let site = scenario.correlated()
    func clock(_ name: String) throws -> HostClock {
      try #require(site.hosts.first { $0.name == name }).clock
    }
    let reference = try #require(site.referenceHost)
    #expect(site.hosts[reference].name == "TS-BIRCH")
    let (tied, one, other) = try (clock("PC-ALDER"), clock("PC-HAZEL"), clock("TS-OAK"))
    #expect(one.isTied(to: other))
    #expect(abs(one.offset - other.offset - 3.5) < 0.5)
    #expect(!one.isTied(to: site.hosts[reference].clock))
    #expect(tied.seen(from: site.hosts[reference].clock) == tied)
    for clock in [one, other] {
      let seen = clock.seen(from: site.hosts[reference].clock)
      #expect(seen.source == .assumed)
      #expect(seen.offset == clock.offset)
      #expect(seen.uncertainty > HostClock.assumed.uncertainty)
    }
  }
}
