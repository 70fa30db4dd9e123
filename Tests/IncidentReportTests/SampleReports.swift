import Diagnosis
import EventCorrelation
import EventSignals
import Foundation
import IncidentReport
import WindowsEventLog

/// The fixed reports that golden files and other tests are made from.
enum SampleReports {
  /// A host whose private key cannot be read, twice tried.
  static func diagnosed(clock: ReportClock = .utc) throws -> Report {
    Report(input: try diagnosedInput(clock: clock))
  }

  static func diagnosedInput(clock: ReportClock = .utc) throws -> ReportInput {
    let first = SampleSite.episode([
      SampleSite.setOut(7.000, record: 801), SampleSite.accepted(7.041, record: 5_010),
      SampleSite.keyUnreadable(7.353, record: 90_210), SampleSite.stateMachine(7.361, record: 802),
      SampleSite.disconnected(7.402, record: 803),
    ])
    let second = SampleSite.episode([
      SampleSite.setOut(52.1, record: 811), SampleSite.accepted(52.139, record: 5_017),
      SampleSite.keyUnreadable(52.4, record: 90_214), SampleSite.disconnected(52.46, record: 813),
    ])
    var key = Hypothesis(
      cause: "cert-private-key-acl", title: "Private key of the RDP certificate not readable",
      outcome: .matched, confidence: 0.931)
    key.evidence = [
      Hypothesis.Evidence(
        signal: "schannel-36870", supports: true,
        note: "Schannel could not open the private key (0x8009030D)", member: first.members[2]),
      Hypothesis.Evidence(
        signal: "client-226-ssl", supports: true, note: "the client's TLS state machine failed",
        member: first.members[3]),
      Hypothesis.Evidence(
        signal: "client-1026", supports: true, note: "the peer closed the socket (2308)",
        member: first.members[4]),
    ]
    var cipher = Hypothesis(
      cause: "tls-no-common-cipher", title: "No cipher suite in common", outcome: .undetermined,
      confidence: 0.031)
    cipher.evidence = [
      Hypothesis.Evidence(
        signal: "client-226-ssl", supports: true, note: "the client's TLS state machine failed",
        member: first.members[3]),
      Hypothesis.Evidence(
        signal: "schannel-36874", supports: false,
        note: "no Schannel 36874 although System covers the moment",
        member: nil),
    ]
    var password = Hypothesis(
      cause: "auth-bad-credentials", title: "Wrong user name or password", outcome: .ruledOut,
      confidence: 0.002)
    password.evidence = [
      Hypothesis.Evidence(
        signal: "schannel-36870", supports: false, note: "TLS failed before anyone could sign in",
        member: first.members[2])
    ]
    var incident = Incident(
      verdict: .diagnosed, episodes: [first, second], hypotheses: [key, cipher, password], unexplained: 0.036)
    describe(&incident)
    incident.triggers = ["update-regression"]
    incident.collectNext = [
      CollectNext(
        host: "SRV01.contoso.example", channel: "Microsoft-Windows-CAPI2/Operational",
        reason: "names the key container",
        command: "wevtutil epl Microsoft-Windows-CAPI2/Operational srv01-capi2.evtx")
    ]
    return try input([incident], clock: clock)
  }

  /// A client's log alone: 226 and 2308, nothing of the host.
  static func undetermined() throws -> Report { Report(input: try input([undecided()])) }

  static func undecided() -> Incident {
    let episode = SampleSite.episode([
      SampleSite.setOut(7, record: 801), SampleSite.stateMachine(7.361, record: 802),
      SampleSite.disconnected(7.402, record: 803),
    ])
    func guess(_ cause: String, _ title: String, _ confidence: Double) -> Hypothesis {
      Hypothesis(
        cause: cause, title: title, outcome: .undetermined, confidence: confidence,
        evidence: [
          Hypothesis.Evidence(
            signal: "client-226-ssl", supports: true, note: "the client's TLS state machine failed",
            member: episode.members[1])
        ], missing: ["SRV01.contoso.example: System"])
    }
    var incident = Incident(
      verdict: .undetermined, episodes: [episode],
      hypotheses: [
        guess("cert-private-key-acl", "Private key of the RDP certificate not readable", 0.34),
        guess("tls-no-common-cipher", "No cipher suite in common", 0.22),
        guess("auth-bad-credentials", "Wrong user name or password", 0.11),
      ], unexplained: 0.33)
    describe(&incident)
    incident.collectNext = [
      CollectNext(
        host: "SRV01.contoso.example", channel: "System",
        reason: "Schannel events tell a certificate fault from a cipher fault",
        command:
          #"wevtutil epl System srv01-system.evtx "/q:*[System[TimeCreated[timediff(@SystemTime)<=86400000]]]""#
      )
    ]
    return incident
  }

  /// A policy ended an idle session.
  static func benign() throws -> Report {
    let episode = SampleSite.episode([
      SampleSite.setOut(7, record: 801), SampleSite.disconnected(3_607, record: 830),
    ])
    var incident = Incident(
      verdict: .benign, episodes: [episode],
      hypotheses: [
        Hypothesis(
          cause: "session-limit-policy", title: "Session time limit reached", outcome: .matched,
          confidence: 0.97)
      ], unexplained: 0.03)
    describe(&incident)
    return Report(input: try input([incident]))
  }

  /// Logs in which nothing failed.
  static func healthy() throws -> Report { Report(input: try input([])) }

  static func input(_ incidents: [Incident], clock: ReportClock = .utc) throws -> ReportInput {
    ReportInput(
      generatorVersion: "1.0.0", sources: SampleSite.sources,
      site: SampleSite.site(incidents.flatMap(\.episodes)), incidents: incidents,
      causes: try SampleCauses.all(),
      warnings: [
        Report.Warning(path: "notes.txt", message: "a text file, not an exported event log; skipped")
      ],
      options: ReportOptions(clock: clock) { reason, _ in
        reason == 2308 ? "the peer closed the socket" : nil
      })
  }

  private static func describe(_ incident: inout Incident) {
    incident.client = SampleSite.hosts[SampleSite.client].name
    incident.clients = [SampleSite.hosts[SampleSite.client].name]
    incident.server = SampleSite.hosts[SampleSite.host].name
    incident.user = "CONTOSO\\jane.doe"
    incident.disconnectReason = 2308
  }
}
