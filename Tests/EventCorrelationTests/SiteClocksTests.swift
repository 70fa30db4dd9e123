import EventSignals
import TestSupport
import Testing
import WindowsEventLog

@testable import EventCorrelation

struct SiteClocksTests {
  /// Two pairs of machines that have nothing to do with each other.
  private func site(given: [String: Double]) -> CorrelatedSite {
    var scenario = Scenario()
    let client = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    let otherClient = scenario.machine("PC-HAZEL", address: "10.1.1.5", ahead: 3.5)
    let otherHost = scenario.machine("TS-OAK", address: "10.1.1.9")
    for start in [0.0, 300, 900] {
      scenario.connect(client, to: host, at: start, user: "ann", course: .refused(reason: 2055))
    }
    scenario.connect(otherClient, to: otherHost, at: 4000, user: "bob", course: .refused(reason: 2055))
    return scenario.correlated(options: .init(clockOffsets: given))
  }

  @Test func `what the user says of one machine ties all that are tied to it`() throws {
    let site = site(given: ["TS-OAK": 100])
    let reference = try #require(site.referenceHost)
    let told = try ["TS-OAK", "PC-HAZEL"].map { name in
      try #require(site.hosts.first { $0.name == name }).clock.seen(from: site.hosts[reference].clock)
    }
    #expect(told.map(\.source) == [.given, .links])
    #expect(told[0].offset == 100)
    #expect(abs(told[1].offset - 103.5) < 0.5)
  }

  @Test func `a pair that nothing ties to the reference is only assumed to agree with it`() throws {
    let site = site(given: [:])
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
