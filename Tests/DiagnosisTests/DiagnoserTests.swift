import EventCorrelation
import EventSignals
import Testing

@testable import Diagnosis

struct DiagnoserTests {
  private let key = SampleSite.cause(
    "key", any: [SampleSite.item("key-unreadable")], phase: .tls, priorByReason: ["2308": 3],
    collect: [.init(role: .sessionHost, channel: "System", reason: "holds Schannel events")])
  private let cipher = SampleSite.cause(
    "cipher", any: [SampleSite.item("no-cipher")], phase: .tls, priorByReason: ["2308": 3])

  @Test func `deciding evidence makes a diagnosis and its rival is ruled out`() throws {
    var sample = SampleSite()
    let fault = sample.add("key-unreadable", host: 1, at: 0.3, role: .tlsFailed)
    sample.attempt([fault], from: 0, to: 1)
    let incident = try #require(sample.diagnose([key, cipher]).first)
    #expect(incident.verdict == .diagnosed)
    #expect(incident.hypotheses.map(\.cause) == ["key", "cipher"])
    #expect(incident.hypotheses[0].confidence > 0.9)
    #expect(incident.hypotheses[1].outcome == .ruledOut)
    let reason = incident.hypotheses[1].evidence.first?.note ?? ""
    #expect(reason == "The logs cover the moment and do not hold this: No common cipher")
    #expect(incident.hypotheses[0].evidence.first?.member?.signal.rule == "key-unreadable")
  }

  @Test func `a bare client code stays undetermined with ranked guesses and a log to export`() throws {
    var sample = SampleSite(serverCovered: false)
    sample.attempt([sample.add("client-disconnected", host: 0, at: 1)], from: 0, to: 1)
    let incident = try #require(sample.diagnose([key, cipher]).first)
    #expect(incident.verdict == .undetermined)
    #expect(incident.hypotheses.map(\.outcome) == [.undetermined, .undetermined])
    #expect(incident.hypotheses.allSatisfy { $0.confidence < 0.6 })
    #expect(incident.hypotheses[0].missing == ["TS-1: System"])
    #expect(
      incident.collectNext.first?.command.hasPrefix("wevtutil epl \"System\" \"TS-1-System.evtx\"") == true)
  }

  @Test(arguments: [(0.1, 0), (0.3, 1)])
  func `that there was a connection points at no cause`(weight: Double, guesses: Int) throws {
    var sample = SampleSite(serverCovered: false)
    sample.attempt([sample.add("client-disconnected", host: 0, at: 1)], from: 0, to: 1)
    let any = SampleSite.cause(
      "any", any: [SampleSite.item("key-unreadable")],
      all: [SampleSite.item("client-disconnected", host: .client, weight: weight)])
    let incident = try #require(sample.diagnose([any]).first)
    #expect(incident.hypotheses.count == guesses)
  }

  @Test(arguments: [(SignalRole.accountChanged, Incident.Verdict.undetermined), (.hostStopped, .diagnosed)])
  func `a condition is explained by its own events or the machine's`(
    role: SignalRole, verdict: Incident.Verdict
  ) throws {
    var sample = SampleSite()
    let fault = sample.add("no-cipher", host: 1, at: 2, role: .directoryFault)
    sample.attempt([fault], from: 2, to: 2)
    sample.site.episodes[0].kind = .hostCondition
    sample.add("key-unreadable", host: 1, at: 0, role: role)
    let incident = try #require(sample.diagnose([key]).first)
    #expect(incident.verdict == verdict)
  }

  @Test func `confidences and the unexplained rest make one`() throws {
    var sample = SampleSite()
    sample.add("no-cipher", host: 1, at: 0.2, role: .context)
    sample.add("key-unreadable", host: 1, at: 0.3, role: .context)
    sample.attempt([], from: 0, to: 1)
    let incident = try #require(sample.diagnose([key, cipher]).first)
    let total = incident.hypotheses.reduce(incident.unexplained) { $0 + $1.confidence }
    #expect(abs(total - 1) < 0.001)
    #expect(incident.verdict == .undetermined)
  }

  @Test func `a state of the handshake or logon is no cause of what got past them`() throws {
    let trust = SampleSite.cause(
      "trust", any: [SampleSite.item("key-unreadable") { $0.before = 600 }], phase: .nla)
    for (isOwn, phase, expected) in [
      (false, ConnectionPhase.session, Hypothesis.Outcome.ruledOut), (false, .nla, .matched),
      (true, .session, .matched),
    ] {
      var sample = SampleSite()
      let member = sample.add("key-unreadable", host: 1, at: isOwn ? 1 : -300)
      sample.attempt(isOwn ? [member] : [], from: 0, to: 1, phase: phase)
      let incident = try #require(sample.diagnose([trust]).first)
      #expect(incident.hypotheses.first { $0.cause == "trust" }?.outcome == expected)
    }
  }

  @Test func `a later phase rules an earlier cause out`() throws {
    var sample = SampleSite(serverCovered: false)
    sample.attempt([], from: 0, to: 1, phase: .session)
    let lost = SampleSite.cause(
      "lost", any: [SampleSite.item("session-ended")], phase: .end, priorByReason: ["2308": 2])
    let incident = try #require(sample.diagnose([key, lost]).first)
    let ruledOut = try #require(incident.hypotheses.first { $0.cause == "key" })
    #expect(ruledOut.outcome == .ruledOut)
    #expect(ruledOut.evidence.map(\.note) == ["The connection got further than this cause lets it."])
  }

  @Test func `a code that ends no session tells of a later leg than the one that came up`() throws {
    var sample = SampleSite(serverCovered: false)
    sample.attempt([], from: 0, to: 1, phase: .session)
    let incident = try #require(sample.diagnose([key]).first)
    #expect(incident.hypotheses.map(\.outcome) == [.undetermined])
  }

  @Test func `retries of one fault are one incident and a success ends it`() {
    var sample = SampleSite()
    for start in [0.0, 60, 120] {
      let fault = sample.add("key-unreadable", host: 1, at: start + 0.3, role: .tlsFailed)
      sample.attempt([fault], from: start, to: start + 1)
    }
    #expect(sample.diagnose([key]).map(\.episodes.count) == [3])
    sample.site.episodes.insert(sample.site.episodes[0], at: 1)
    sample.site.episodes[1].outcome = .succeeded
    sample.site.episodes[1].start = SampleSite.at(30)
    #expect(sample.diagnose([key]).map(\.episodes.count) == [1, 2])
  }

  @Test func `an attempt that does not know its user or code goes with its neighbours`() {
    var sample = SampleSite()
    for start in [0.0, 60, 120] {
      let fault = sample.add("key-unreadable", host: 1, at: start + 0.3, role: .tlsFailed)
      sample.attempt([fault], from: start, to: start + 1)
    }
    sample.site.episodes[1].user = nil
    sample.site.episodes[1].disconnectReason = nil
    #expect(sample.diagnose([key]).map(\.episodes.count) == [3])
    sample.site.episodes[2].user = "bob"
    #expect(sample.diagnose([key]).map(\.episodes.count) == [2, 1])
  }

  @Test func `different causes are different incidents`() {
    var sample = SampleSite()
    let first = sample.add("key-unreadable", host: 1, at: 0.3, role: .tlsFailed)
    sample.attempt([first], from: 0, to: 1)
    let second = sample.add("no-cipher", host: 1, at: 60.3, role: .tlsFailed)
    sample.attempt([second], from: 60, to: 61)
    #expect(sample.diagnose([key, cipher]).map(\.hypotheses.first?.cause) == ["key", "cipher"])
  }

  @Test func `a connection that worked is no incident`() {
    var sample = SampleSite()
    sample.attempt([], from: 0, to: 1, outcome: .succeeded, reason: 1)
    #expect(sample.diagnose([key, cipher]).isEmpty)
  }

  @Test func `a benign cause gives a benign verdict`() {
    var sample = SampleSite()
    let limit = sample.add("service-stopped", host: 1, at: 1)
    sample.attempt([limit], from: 0, to: 1, outcome: .succeeded)
    let policy = SampleSite.cause("limit", any: [SampleSite.item("service-stopped")], benign: true)
    #expect(sample.diagnose([policy]).map(\.verdict) == [.benign])
  }

  @Test func `excluding evidence rules out a cause whose necessary evidence is there`() throws {
    var sample = SampleSite()
    sample.add("key-unreadable", host: 1, at: 0.3)
    sample.add("handshake-done", host: 1, at: 0.4)
    sample.attempt([], from: 0, to: 1)
    let cause = SampleSite.cause(
      "key", any: [SampleSite.item("key-unreadable")],
      excluding: [SampleSite.item("handshake-done", weight: -7)])
    let incident = try #require(sample.diagnose([cause]).first)
    #expect(incident.hypotheses.first?.outcome == .ruledOut)
    #expect(incident.hypotheses.first?.evidence.last?.supports == false)
  }
}
