import EventSignals
import TestSupport
import Testing
import WindowsEventLog

@testable import EventCorrelation

/// Machines beside client and host that take part: broker, licence server, a collector of forwarded events.
struct SupportingHostsTests {
  @Test func `a broker's refusal belongs to the attempt of its user`() throws {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    let broker = scenario.machine("CB-ASH", address: "10.1.0.4")
    scenario.connect(pc, to: host, at: 0, course: .refused(reason: 1031))
    scenario.log(
      "broker-802", .brokerFailed, on: broker, at: 1.9,
      channel: "Microsoft-Windows-TerminalServices-SessionBroker/Operational",
      provider: "Microsoft-Windows-TerminalServices-SessionBroker", proves: .broker, alone: true,
      fields: [.user: "CONTOSO\\ann"])
    let site = scenario.correlated()
    let attempt = try #require(site.episodes.first { $0.kind == .connectionAttempt })
    #expect(attempt.members.contains { $0.signal.rule == "broker-802" })
    #expect(attempt.links.contains { $0.kind == .user })
    #expect(site.episodes.filter { $0.kind == .hostCondition }.isEmpty)
    #expect(site.hosts.first { $0.name == "CB-ASH" }?.roles == [.broker])
  }

  @Test func `a licence server that refuses nobody in particular is a condition of its own`() throws {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    let licences = scenario.machine("LIC-OAK", address: "10.1.0.6")
    scenario.connect(pc, to: host, at: 0, course: .works(seconds: 300))
    scenario.log(
      "license-21", .licenseFailed, on: licences, at: 40, proves: .licenseServer, alone: true,
      fields: [.detail: "Per Device"])
    let site = scenario.correlated()
    let condition = try #require(site.episodes.first { $0.kind == .hostCondition })
    #expect(condition.server == "LIC-OAK")
    #expect(condition.outcome == .failed)
    #expect(site.hosts.first { $0.name == "LIC-OAK" }?.roles == [.licenseServer])
  }

  @Test func `forwarded events of many machines keep their machines apart`() {
    var scenario = Scenario()
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9", ahead: 21)
    for number in 0..<40 {
      let pc = scenario.machine("PC-\(number)", address: "10.1.1.\(number)", ahead: Double(number % 7) - 3)
      let course: Scenario.Course = number == 17 ? .refused(reason: 2055) : .works(seconds: 120)
      scenario.connect(pc, to: host, at: Double(number) * 300, user: "user\(number)", course: course)
    }
    // One file holds them all: the collector's.
    let collected = scenario.signals.map { signal in
      var signal = signal
      signal.event.source = "ForwardedEvents.xml"
      return signal
    }
    var forwarded = SourceCoverage(spans: [:])
    for source in scenario.coverage() { forwarded.spans.merge(source.spans) { one, _ in one } }
    let site = Correlator().correlate(signals: collected, coverage: [forwarded])
    #expect(site.hosts.count == 41)
    #expect(site.episodes.count == 40)
    #expect(site.episodes.filter { $0.outcome == .failed }.map(\.client) == ["PC-17"])
  }

  @Test func `a clock that is set forward and back again is followed`() throws {
    var scenario = Scenario()
    let pc = scenario.machine("PC-ALDER", address: "10.1.0.5")
    let host = scenario.machine("TS-BIRCH", address: "10.1.0.9")
    for start in [0.0, 200] { scenario.connect(pc, to: host, at: start, course: .works(seconds: 100)) }
    scenario.setClock(host, at: 1000, ahead: 180)
    for start in [1200.0, 1420] { scenario.connect(pc, to: host, at: start, course: .works(seconds: 110)) }
    // A time service that overshot and corrects itself: some minutes are logged twice.
    scenario.setClock(host, at: 3000, ahead: -35)
    for start in [3100.0, 3333] { scenario.connect(pc, to: host, at: start, course: .refused(reason: 2055)) }
    let site = scenario.correlated()
    let clock = try #require(site.hosts.first { $0.name == "TS-BIRCH" }).clock
    let other = try #require(site.hosts.first { $0.name == "PC-ALDER" }).clock
    #expect(clock.steps.count == 2)
    #expect(abs(clock.initialOffset - other.offset - 0) < 0.5)
    #expect(abs((clock.steps.first?.offset ?? 0) - other.offset - 180) < 0.5)
    #expect(abs(clock.offset - other.offset + 35) < 0.5)
    #expect(
      site.episodes.map(\.outcome) == [.succeeded, .succeeded, .succeeded, .succeeded, .failed, .failed])
    #expect(site.episodes.allSatisfy { Set($0.members.map(\.host)).count == 2 })
  }
}
