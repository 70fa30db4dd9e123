import EventCorrelation
import EventSignals
import Testing
import WindowsEventLog

@testable import Diagnosis

/// What of several machines is one incident.
struct IncidentGroupingTests {
  /// Refused attempts and the failed service of a licence server `after` seconds later.
  private func site(
    after seconds: Double, clock: HostClock = .assumed, refuted: Bool = false
  ) -> SampleSite {
    var site = SampleSite()
    site.site = CorrelatedSite(
      hosts: site.site.hosts + [Host(name: "LIC-1", roles: [.licenseServer], clock: clock)], referenceHost: 1,
      coverage: site.site.coverage)
    let member = site.add("key-unreadable", host: 1, at: 1)
    if refuted { site.add("handshake-done", host: 1, at: 2) }
    site.attempt([member], from: 0, to: 3, phase: .license)
    let stopped = site.add("service-stopped", host: 2, at: seconds, role: .serviceFailed)
    var condition = Episode(
      kind: .hostCondition, start: SampleSite.at(seconds), end: SampleSite.at(seconds), outcome: .failed)
    condition.serverHost = 2
    condition.server = "LIC-1"
    condition.members = [stopped]
    site.site.episodes.append(condition)
    return site
  }

  private var cause: CauseRule {
    SampleSite.cause(
      "licence",
      any: [
        SampleSite.item("key-unreadable", weight: 6),
        SampleSite.item("service-stopped", host: nil, weight: 6) { $0.member = true },
      ],
      excluding: [SampleSite.item("handshake-done", weight: 3)])
  }

  @Test func `a server that others need and what fails by it are one incident`() {
    #expect(site(after: -60).diagnose([cause]).map(\.episodes.count) == [2])
  }

  @Test func `an attempt that hints at what its server says outright goes with it`() {
    let site = site(after: -60, refuted: true)
    #expect(site.diagnose([cause]).map(\.episodes.count) == [2])
  }

  @Test func `where nothing ties the server's clock its time says little`() {
    #expect(site(after: 9000).diagnose([cause]).map(\.episodes.count) == [2])
    let tied = HostClock(offset: 0, uncertainty: 0.1, source: .links)
    #expect(site(after: 9000, clock: tied).diagnose([cause]).map(\.episodes.count) == [1, 1])
    #expect(site(after: 90_000).diagnose([cause]).map(\.episodes.count) == [1, 1])
  }
}

extension IncidentGroupingTests {
  @Test(arguments: [("ann", 1), ("bob", 2), (nil, 2)])
  func `an attempt whose client no log names goes with those of its user`(user: String?, incidents: Int) {
    var sample = SampleSite()
    for start in [0.0, 60, 120] {
      let fault = sample.add("key-unreadable", host: 1, at: start, role: .tlsFailed)
      sample.attempt([fault], from: start, to: start + 1)
    }
    sample.site.episodes[1].clientHost = nil
    sample.site.episodes[1].client = nil
    sample.site.episodes[1].user = user
    let key = SampleSite.cause("key", any: [SampleSite.item("key-unreadable")])
    #expect(sample.diagnose([key]).count == incidents)
  }

  @Test func `an attempt with nothing of its own to say so goes with no server that fails`() {
    var site = site(after: -60, refuted: true)
    site.site.episodes[0].members = []
    #expect(site.diagnose([cause]).map(\.episodes.count) == [1, 1])
  }

  @Test func `what a gateway never got through to has no cause behind its door`() throws {
    let trust = SampleSite.cause("trust", any: [SampleSite.item("key-unreadable")], phase: .nla)
    for (role, expected) in [
      (SignalRole.gatewayFailed, Hypothesis.Outcome.ruledOut), (.gatewayForwarded, .matched),
    ] {
      var site = SampleSite()
      site.add("key-unreadable", host: 1, at: 1)
      let member = site.add("tunnel-closed", host: 0, at: 2, role: role)
      site.attempt([member], from: 0, to: 3, phase: .tcp)
      let incident = try #require(site.diagnose([trust]).first)
      #expect(incident.hypotheses.first { $0.cause == "trust" }?.outcome == expected)
    }
  }

  @Test func `retries of which the client alone tells go with those that others explain`() {
    let trust = SampleSite.cause("trust", any: [SampleSite.item("key-unreadable") { $0.member = true }])
    let guess = SampleSite.cause(
      "guess", any: [SampleSite.item("client-disconnected", host: .client, weight: 4) { $0.member = true }])
    for (reason, expected) in [(UInt32(2308), [3]), (516, [2, 1])] {
      var site = SampleSite()
      for (number, moment) in [0.0, 60, 120].enumerated() {
        var members = [site.add("client-disconnected", host: 0, at: moment + 1)]
        if number == 1 { members.append(site.add("key-unreadable", host: 1, at: moment)) }
        site.attempt(members, from: moment, to: moment + 1, reason: number == 1 ? 2308 : reason)
      }
      #expect(site.diagnose([trust, guess]).map(\.episodes.count) == expected)
    }
  }
}
