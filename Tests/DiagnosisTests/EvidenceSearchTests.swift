import EventCorrelation
import EventSignals
import Testing
import WindowsEventLog

@testable import Diagnosis

struct EvidenceSearchTests {
  private func finding(_ sample: SampleSite, _ item: EvidenceItem, episodes: [Int] = [0]) -> String {
    let prepared = PreparedItem(item, ids: SampleSite.origins.keys.sorted(), origins: SampleSite.origins)
    switch EvidenceSearch(index: SignalIndex(sample.site), episodes: episodes).finding(for: prepared) {
    case .found(let members): return "found \(members.count)"
    case .absent: return "absent"
    case .unknown(let missing): return "unknown \(missing.joined(separator: ", "))"
    }
  }

  @Test func `finds an event inside the window and not outside`() {
    var sample = SampleSite()
    sample.add("key-unreadable", host: 1, at: 3)
    sample.attempt([], from: 0, to: 1)
    #expect(finding(sample, SampleSite.item("key-unreadable") { $0.after = 2.5 }) == "found 1")
    #expect(finding(sample, SampleSite.item("key-unreadable") { $0.after = 0 }) != "found 1")
  }

  @Test func `absence under coverage is told from a missing log`() {
    var covered = SampleSite()
    covered.attempt([], from: 0, to: 1)
    #expect(finding(covered, SampleSite.item("key-unreadable")) == "absent")
    var bare = SampleSite(serverCovered: false)
    bare.attempt([], from: 0, to: 1)
    #expect(finding(bare, SampleSite.item("key-unreadable")) == "unknown TS-1: System")
  }

  @Test func `a machine is not asked for a log that only another kind of machine keeps`() {
    var covered = SampleSite()
    covered.attempt([], from: 0, to: 1)
    #expect(finding(covered, SampleSite.item("session-ended", host: nil)) == "absent")
    #expect(finding(covered, SampleSite.item("session-ended", host: .client)) == "unknown ")
    #expect(finding(covered, SampleSite.item("tunnel-closed", host: nil)) == "unknown gateway: Gateway")
    var bare = SampleSite(serverCovered: false)
    bare.attempt([], from: 0, to: 1)
    #expect(finding(bare, SampleSite.item("session-ended", host: nil)) == "unknown TS-1: Core")
  }

  @Test func `a machine that does both is asked for both`() {
    var sample = SampleSite()
    sample.site.hosts[0].roles = [.client, .sessionHost]
    sample.attempt([], from: 0, to: 1)
    #expect(finding(sample, SampleSite.item("session-ended", host: .client)) == "unknown PC-1: Core")
  }

  @Test func `nobody is asked for a trace that was not running`() {
    var sample = SampleSite()
    sample.attempt([], from: 0, to: 1)
    #expect(finding(sample, SampleSite.item("step-traced")) == "unknown ")
  }

  @Test func `absence of what a setting must switch on proves nothing`() {
    var sample = SampleSite()
    sample.attempt([], from: 0, to: 1)
    #expect(finding(sample, SampleSite.item("handshake-done")) == "unknown TS-1: System")
    sample.add("handshake-done", host: 1, at: -900)
    #expect(finding(sample, SampleSite.item("handshake-done")) == "absent")
  }

  @Test func `an absent item is found only under coverage`() {
    var covered = SampleSite()
    covered.attempt([], from: 0, to: 1)
    #expect(finding(covered, SampleSite.item("accepted") { $0.absent = true }) == "found 0")
    covered.add("accepted", host: 1, at: 0.5)
    #expect(finding(covered, SampleSite.item("accepted") { $0.absent = true }) == "absent")
    var bare = SampleSite(serverCovered: false)
    bare.attempt([], from: 0, to: 1)
    #expect(finding(bare, SampleSite.item("accepted") { $0.absent = true }) == "unknown TS-1: Core")
  }

  @Test(
    arguments: [
      ("FABRIKAM", "found 1"), ("contoso", "absent"), ("CONTOSO.EXAMPLE", "absent"), ("TS-1", "absent"),
      ("", "absent"),
    ])
  func `accounts of a domain other than the refused ones`(domain: String, expected: String) {
    var sample = SampleSite()
    let refusal = sample.add(
      "refused", host: 1, at: 0.5, role: .authenticationFailed, fields: [.domain: "CONTOSO"])
    sample.add("accepted", host: 1, at: 3, fields: domain.isEmpty ? [:] : [.domain: domain])
    sample.attempt([refusal], from: 0, to: 1)
    #expect(finding(sample, SampleSite.item("accepted") { $0.otherDomain = true }) == expected)
  }

  @Test func `how long somebody waited is not asked of a condition`() {
    var sample = SampleSite()
    sample.attempt([], from: 0, to: 100)
    let item = SampleSite.item("accepted") {
      $0.absent = true
      $0.longerThan = 9
    }
    #expect(finding(sample, item) == "found 0")
    sample.site.episodes[0].kind = .hostCondition
    #expect(finding(sample, item) == "absent")
  }

  @Test func `a machine whose name was not found never heard of the attempt`() {
    var sample = SampleSite()
    sample.add("key-unreadable", host: 1, at: 0.5)
    sample.attempt([], from: 0, to: 1)
    let item = SampleSite.item("key-unreadable")
    sample.site.episodes[0].disconnectReason = 260
    #expect(finding(sample, item) == "found 1")
    sample.site.hosts[1].name = "TS-1.contoso.example"
    #expect(finding(sample, item) != "found 1")
    sample.site.episodes[0].disconnectReason = 2056
    #expect(finding(sample, item) == "found 1")
  }

  @Test func `a state ends with the signal that cancels it`() {
    var sample = SampleSite()
    sample.add("service-stopped", host: 1, at: -600, role: .serviceStopped)
    sample.attempt([], from: 0, to: 1)
    let item = SampleSite.item("service-stopped") {
      $0.before = 3600
      $0.unless = ["service-started"]
    }
    #expect(finding(sample, item) == "found 1")
    sample.add("service-started", host: 1, at: -300, role: .serviceStarted)
    #expect(finding(sample, item) == "absent")
  }

  @Test func `a service back at once after it stopped in between was restarted`() {
    var sample = SampleSite()
    sample.add("service-stopped", host: 1, at: 100, role: .serviceStopped)
    sample.attempt([], from: 0, to: 200)
    let item = SampleSite.item("service-stopped") {
      $0.before = 3600
      $0.unless = ["service-started"]
    }
    #expect(finding(sample, item) == "found 1")
    sample.add("service-started", host: 1, at: 190, role: .serviceStarted)
    #expect(finding(sample, item) == "found 1")
    sample.add("service-started", host: 1, at: 106, role: .serviceStarted)
    #expect(finding(sample, item) == "absent")
  }

  @Test func `an event of another attempt says nothing about this one`() {
    var sample = SampleSite()
    let other = sample.add("no-cipher", host: 1, at: 2, role: .tlsFailed)
    sample.attempt([], from: 0, to: 1)
    sample.attempt([other], from: 2, to: 3)
    #expect(finding(sample, SampleSite.item("no-cipher")) == "absent")
    #expect(finding(sample, SampleSite.item("no-cipher"), episodes: [1]) == "found 1")
  }

  @Test func `the user and the peer are compared where asked`() {
    var sample = SampleSite()
    sample.site.hosts[0].aliases = ["10.0.0.7"]
    let theirs = sample.add(
      "accepted", host: 1, at: 0, fields: [.user: "CORP\\Bob", .peer: "10.0.0.9:50000"])
    sample.attempt([theirs], from: 0, to: 1)
    #expect(finding(sample, SampleSite.item("accepted") { $0.sameUser = true }) == "absent")
    #expect(finding(sample, SampleSite.item("accepted") { $0.samePeer = true }) == "absent")
    let own = sample.add(
      "accepted", host: 1, at: 0.1, fields: [.user: "ANN@corp.example", .peer: "10.0.0.7:50001"])
    sample.site.episodes[0].members.append(own)
    #expect(finding(sample, SampleSite.item("accepted") { $0.sameUser = true }) == "found 1")
    #expect(finding(sample, SampleSite.item("accepted") { $0.samePeer = true }) == "found 1")
  }

  @Test func `asks for as many events as the item does`() {
    var sample = SampleSite()
    for index in 0..<3 { sample.add("accepted", host: 1, at: Double(index) / 10, role: .context) }
    sample.attempt([], from: 0, to: 1)
    #expect(finding(sample, SampleSite.item("accepted") { $0.atLeast = 3 }) == "found 3")
    #expect(finding(sample, SampleSite.item("accepted") { $0.atLeast = 4 }) == "absent")
  }
}

extension EvidenceSearchTests {
  @Test func `a crash ended nothing that its machine outlived`() {
    for (alive, expected) in [(600.0, "absent"), (30, "found 1"), (1150, "found 1")] {
      var sample = SampleSite()
      sample.attempt([], from: 0, to: 20)
      sample.add("accepted", host: 1, at: alive, role: .connectionAccepted)
      sample.add("service-stopped", host: 1, at: 1200, role: .hostCrashed)
      let item = SampleSite.item("service-stopped") { $0.after = 7200 }
      #expect(finding(sample, item) == expected, "alive at \(alive) s")
    }
  }

  @Test func `a crash ended nothing that its machine had refused and closed`() {
    for (outcome, expected) in [(Episode.Outcome.failed, "absent"), (.lost, "found 1")] {
      var sample = SampleSite()
      let closed = sample.add("session-ended", host: 1, at: 20, role: .connectionClosed)
      sample.attempt([closed], from: 0, to: 20, outcome: outcome)
      sample.add("service-stopped", host: 1, at: 200, role: .hostCrashed)
      #expect(finding(sample, SampleSite.item("service-stopped") { $0.after = 7200 }) == expected)
    }
  }

  @Test func `a start long after its machine had refused and closed an attempt did not end it`() {
    for (start, expected) in [(200.0, "found 1"), (1200, "absent")] {
      var sample = SampleSite()
      let closed = sample.add("session-ended", host: 1, at: 20, role: .connectionClosed)
      sample.attempt([closed], from: 0, to: 20, outcome: .failed)
      sample.add("service-stopped", host: 1, at: start, role: .hostStarted)
      #expect(
        finding(sample, SampleSite.item("service-stopped") { $0.after = 7200 }) == expected, "\(start) s")
    }
  }

  @Test func `a shutdown after its machine had refused and closed an attempt did not end it`() {
    for (stop, expected) in [(30.0, "found 1"), (110, "absent")] {
      var sample = SampleSite()
      let closed = sample.add("session-ended", host: 1, at: 20, role: .connectionClosed)
      sample.attempt([closed], from: 0, to: 20, outcome: .failed)
      sample.add("service-stopped", host: 1, at: stop, role: .hostStopped)
      #expect(finding(sample, SampleSite.item("service-stopped") { $0.after = 120 }) == expected, "\(stop) s")
    }
  }

  @Test func `what another machine says of a third is left out where asked`() {
    for (name, expected) in [("TS-1$", "found 1"), ("ts-1.corp.example", "found 1"), ("TS-9", "absent")] {
      var sample = SampleSite()
      sample.site.hosts[0].roles = [.domainController]
      sample.site.hosts[0].name = "DC-1"
      sample.attempt([], from: 0, to: 1)
      sample.site.episodes[0].clientHost = nil
      sample.add("key-unreadable", host: 0, at: 0, fields: [.workstation: name])
      let item = SampleSite.item("key-unreadable", host: .domainController) { $0.sameServer = true }
      #expect(finding(sample, item).hasPrefix(expected == "absent" ? "unknown" : expected), "\(name)")
    }
  }

  @Test func `a machine that a gateway keeps somebody from has no part in it`() {
    for (role, expected) in [(SignalRole.gatewayDenied, "absent"), (.gatewayForwarded, "found 1")] {
      var sample = SampleSite()
      sample.add("key-unreadable", host: 1, at: 0)
      let member = sample.add("tunnel-closed", host: 0, at: 1, role: role)
      sample.attempt([member], from: 0, to: 1)
      #expect(finding(sample, SampleSite.item("key-unreadable")) == expected)
    }
  }
}
