import EventCorrelation
import EventSignals
import WindowsEventLog

@testable import Diagnosis

/// A site of one client (host 0) and one session host (host 1), built signal by signal.
struct SampleSite {
  static let origin = WindowsTime(ticks: 134_000_000_000_000_000)

  var site: CorrelatedSite
  private var next: UInt64 = 1

  /// Both hosts have their usual channels covered for an hour around the origin, unless told otherwise.
  init(serverCovered: Bool = true) {
    site = CorrelatedSite(
      hosts: [Host(name: "PC-1", roles: [.client]), Host(name: "TS-1", roles: [.sessionHost])],
      referenceHost: 1)
    let span = (Self.at(-1800), Self.at(1800))
    site.coverage.entries.append(.init(host: 0, channel: "Client", first: span.0, last: span.1))
    if serverCovered {
      for channel in ["System", "Core"] {
        site.coverage.entries.append(.init(host: 1, channel: channel, first: span.0, last: span.1))
      }
    }
  }

  static func at(_ seconds: Double) -> WindowsTime { origin.advanced(bySeconds: seconds) }

  /// Adds a signal to the timeline and hands it back as a member.
  @discardableResult
  mutating func add(
    _ rule: String, host: Int, at seconds: Double, role: SignalRole = .context,
    fields: SignalFields = [:]
  ) -> Episode.Member {
    let event = EventReference(
      source: "test.xml", offset: next, computer: site.hosts[host].name, channel: "Test", provider: "Test",
      eventID: 1, recordID: next, rawTime: Self.at(seconds))
    next += 1
    let member = Episode.Member(
      signal: Signal(rule: rule, role: role, event: event, fields: fields), host: host, time: Self.at(seconds)
    )
    let others = site.timeline + [member]
    site = CorrelatedSite(
      hosts: site.hosts, referenceHost: site.referenceHost, episodes: site.episodes,
      timeline: others.sorted { $0.time < $1.time }, coverage: site.coverage)
    return member
  }

  /// Adds an attempt from PC-1 to TS-1 that holds the given members.
  @discardableResult
  mutating func attempt(
    _ members: [Episode.Member], from start: Double, to end: Double, outcome: Episode.Outcome = .failed,
    reason: UInt32? = 2308, phase: ConnectionPhase? = .tls
  ) -> Int {
    var episode = Episode(
      kind: .connectionAttempt, start: Self.at(start), end: Self.at(end), outcome: outcome)
    episode.clientHost = 0
    episode.serverHost = 1
    episode.client = "PC-1"
    episode.server = "TS-1"
    episode.user = "ann"
    episode.disconnectReason = reason
    episode.phase = phase
    episode.members = members
    site.episodes.append(episode)
    return site.episodes.count - 1
  }

  static let origins: [String: SignalOrigin] = [
    "client-disconnected": .init(channel: "Client", logged: .default, title: "The client disconnected"),
    "key-unreadable": .init(channel: "System", logged: .default, title: "The key cannot be read"),
    "no-cipher": .init(channel: "System", logged: .default, title: "No common cipher"),
    "handshake-done": .init(channel: "System", logged: .setting, title: "TLS completed"),
    "accepted": .init(channel: "Core", logged: .default, title: "A connection was accepted"),
    "session-ended": .init(
      channel: "Core", logged: .default, title: "A session ended", loggedBy: .sessionHost),
    "tunnel-closed": .init(
      channel: "Gateway", logged: .default, title: "A tunnel was closed", loggedBy: .gateway),
    "step-traced": .init(
      channel: "Core/Analytic", logged: .setting, title: "A step was traced", loggedBy: .sessionHost),
    "service-stopped": .init(channel: "System", logged: .default, title: "The service stopped"),
    "service-started": .init(channel: "System", logged: .default, title: "The service started"),
  ]

  /// A cause with the least it needs besides its evidence.
  static func cause(
    _ id: String, any: [EvidenceItem] = [], all: [EvidenceItem] = [], supporting: [EvidenceItem] = [],
    excluding: [EvidenceItem] = [], phase: ConnectionPhase? = nil, priorByReason: [String: Double]? = nil,
    benign: Bool? = nil, collect: [CauseRule.CollectRequest]? = nil
  ) -> CauseRule {
    CauseRule(
      id: id, title: id, family: "test", explanation: "", phase: phase, benign: benign, trigger: nil,
      quiet: nil,
      prior: nil, priorByReason: priorByReason,
      evidence: .init(necessary: .init(any: any, all: all), supporting: supporting, excluding: excluding),
      remedies: [], confirmation: "", references: [], folkAdvice: nil, collect: collect, examples: nil)
  }

  static func item(
    _ signal: String, host: HostRole? = .sessionHost, weight: Double = 7,
    change: (inout EvidenceItem) -> Void = { _ in }
  ) -> EvidenceItem {
    var item = EvidenceItem(signals: [signal], host: host, weight: weight)
    change(&item)
    return item
  }

  func diagnose(_ causes: [CauseRule]) -> [Incident] {
    Diagnoser(causes: causes, origins: Self.origins).diagnose(site)
  }
}
