import Diagnosis
import EventCorrelation
import EventSignals
import IncidentReport
import WindowsEventLog

/// An invented site: a client, two session hosts and a domain controller of contoso.example.
struct SampleSite {
  static let client = 0
  static let dc = 1
  static let host = 2
  static let other = 3

  /// 2026-03-02T08:14:00Z.
  static let noon = WindowsTime(ticks: 134_169_128_400_000_000)

  static let hosts = [
    Host(
      name: "CLIENT7.contoso.example", aliases: ["10.20.0.77", "CLIENT7"], roles: [.client],
      clock: HostClock(offset: -0.25, uncertainty: 0.1, source: .links)),
    Host(
      name: "DC01.contoso.example", aliases: ["DC01"], roles: [.domainController],
      clock: HostClock(offset: 0, uncertainty: 0, source: .links)),
    Host(
      name: "SRV01.contoso.example", aliases: ["10.20.0.11", "SRV01"], roles: [.sessionHost],
      clock: HostClock(
        offset: 2.5, uncertainty: 0.1, source: .links,
        steps: [HostClock.Step(at: noon.advanced(bySeconds: -600), offset: 2.5)], initialOffset: 0)),
    Host(name: "SRV02.contoso.example", aliases: [], roles: [.sessionHost], hasLogs: false),
  ]

  static let files = [
    "client7/rdpclient.xml", "dc01/security.xml", "srv01/all-logs.evtx", "srv02/none.xml",
  ]

  static func member(
    _ seconds: Double, host: Int, _ rule: String, _ role: SignalRole, provider: String, id: UInt32,
    channel: String, record: UInt64, summary: String, phase: ConnectionPhase? = nil,
    fields: SignalFields = [:]
  ) -> Episode.Member {
    let time = noon.advanced(bySeconds: seconds)
    let machine = hosts[host]
    let event = EventReference(
      source: files[host], offset: record * 512, computer: machine.name, channel: channel,
      provider: provider, eventID: id, recordID: record,
      rawTime: time.advanced(bySeconds: machine.clock.offset))
    return Episode.Member(
      signal: Signal(rule: rule, role: role, phase: phase, event: event, fields: fields, summary: summary),
      host: host, time: time)
  }

  static let rdpClient = "Microsoft-Windows-TerminalServices-RDPClient/Operational"
  static let core = "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS/Operational"

  static func setOut(_ at: Double, record: UInt64) -> Episode.Member {
    member(
      at, host: client, "client-1024", .attemptStarted,
      provider: "Microsoft-Windows-TerminalServices-ClientActiveXCore", id: 1024, channel: rdpClient,
      record: record, summary: "client sets out for SRV01", phase: .name, fields: [.target: "SRV01"])
  }

  static func accepted(_ at: Double, record: UInt64) -> Episode.Member {
    member(
      at, host: host, "rdpcorets-131", .connectionAccepted,
      provider: "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS", id: 131, channel: core, record: record,
      summary: "TCP connection from 10.20.0.77:50122 accepted", phase: .tcp,
      fields: [.peer: "10.20.0.77:50122"])
  }

  static func keyUnreadable(_ at: Double, record: UInt64) -> Episode.Member {
    member(
      at, host: host, "schannel-36870", .certificateFault, provider: "Schannel", id: 36870,
      channel: "System", record: record, summary: "private key of the server certificate: 0x8009030D",
      phase: .tls)
  }

  static func stateMachine(_ at: Double, record: UInt64) -> Episode.Member {
    member(
      at, host: client, "client-226-ssl", .attemptFailed,
      provider: "Microsoft-Windows-TerminalServices-ClientActiveXCore", id: 226, channel: rdpClient,
      record: record, summary: "RDPClient_SSL failed with 0x8000FFFF", phase: .tls)
  }

  static func disconnected(_ at: Double, record: UInt64) -> Episode.Member {
    member(
      at, host: client, "client-1026", .clientDisconnected,
      provider: "Microsoft-Windows-TerminalServices-ClientActiveXCore", id: 1026, channel: rdpClient,
      record: record, summary: "client disconnected, reason 2308 (0x904)", phase: .tls,
      fields: [.reason: "2308"])
  }

  static func badPassword(_ at: Double, record: UInt64) -> Episode.Member {
    member(
      at, host: dc, "security-4771", .authenticationFailed, provider: "Microsoft-Windows-Security-Auditing",
      id: 4771, channel: "Security", record: record,
      summary: "Kerberos pre-authentication of jane.doe failed with 0x18", phase: .nla,
      fields: [.user: "jane.doe", .domain: "CONTOSO"])
  }

  static func episode(_ members: [Episode.Member]) -> Episode {
    var episode = Episode(
      kind: .connectionAttempt, start: members.first?.time ?? noon, end: members.last?.time ?? noon,
      outcome: .failed)
    episode.phase = .tls
    episode.clientHost = client
    episode.serverHost = host
    episode.client = hosts[client].name
    episode.server = hosts[host].name
    episode.user = "CONTOSO\\jane.doe"
    episode.disconnectReason = 2308
    episode.members = members
    episode.links = zip(members, members.dropFirst()).map { before, after in
      Episode.Link(
        kind: before.host == after.host ? .activityID : .address,
        gapMilliseconds: after.time.seconds(since: before.time) * 1_000, from: before.signal,
        to: after.signal)
    }
    return episode
  }

  static func site(_ episodes: [Episode]) -> CorrelatedSite {
    let timeline = episodes.flatMap(\.members).sorted { $0.time < $1.time }
    let day = 86_400.0
    let coverage = SiteCoverage(entries: [
      SiteCoverage.Entry(
        host: client, channel: rdpClient, first: noon.advanced(bySeconds: -2 * day),
        last: noon.advanced(bySeconds: day / 2)),
      SiteCoverage.Entry(
        host: dc, channel: "Security", first: noon.advanced(bySeconds: -day),
        last: noon.advanced(bySeconds: day / 2),
        gaps: [
          SiteCoverage.Gap(
            from: noon.advanced(bySeconds: -7_200), to: noon.advanced(bySeconds: -3_600),
            missingRecords: 4_211)
        ], clearedAt: [noon.advanced(bySeconds: -day)]),
      SiteCoverage.Entry(
        host: host, channel: core, first: noon.advanced(bySeconds: -day),
        last: noon.advanced(bySeconds: day / 2)),
      SiteCoverage.Entry(
        host: host, channel: "System", first: noon.advanced(bySeconds: -3 * day),
        last: noon.advanced(bySeconds: day / 2),
        silences: [noon.advanced(bySeconds: -day)...noon.advanced(bySeconds: -day / 2)]),
    ])
    return CorrelatedSite(
      hosts: hosts, referenceHost: dc, episodes: episodes, timeline: timeline, coverage: coverage)
  }

  static let sources: [ReportInput.SourceFacts] = [
    source(0, "event-viewer", "UTF-8", rdpClient, SourceLedger(bytes: 48_213, read: 96)),
    source(
      1, "wevtutil", "UTF-16LE", "Security",
      SourceLedger(bytes: 9_412_008, read: 7_204, repaired: 3, skipped: 2, duplicate: 110)),
    source(
      2, "evtx", "binary", "System", SourceLedger(bytes: 21_041_152, read: 31_877),
      sha256: "4f9c1f0c5b2f7f0f9c6a3b1e2d4c5a6978877665544332211009f8e7d6c5b4a3"),
  ]

  private static func source(
    _ index: Int, _ dialect: String, _ encoding: String, _ channel: String, _ ledger: SourceLedger,
    sha256: String? = nil
  ) -> ReportInput.SourceFacts {
    let key = SourceCoverage.Key(computer: hosts[index].name, channel: channel)
    let span = SourceCoverage.Span(
      records: ledger.read, first: noon.advanced(bySeconds: -86_400), last: noon.advanced(bySeconds: 43_200))
    return ReportInput.SourceFacts(
      path: files[index], sha256: sha256,
      summary: SourceSummary(
        description: SourceDescription(dialect: dialect, encoding: encoding), ledger: ledger,
        coverage: SourceCoverage(spans: [key: span])))
  }
}
