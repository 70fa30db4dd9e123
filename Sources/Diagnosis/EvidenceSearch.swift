import EventCorrelation
import EventSignals
import WindowsEventLog

/// Looks for the evidence items of causes in the episodes of one incident.
struct EvidenceSearch {
  let index: SignalIndex
  /// Indices into the site's episodes, ascending; at least one.
  let episodes: [Int]
  /// What is known of each of `episodes`, in the same order.
  private let participants: [Participants]

  /// Seconds on either side of an episode that count unless an item says otherwise.
  static let defaultReach = 5.0
  /// Windows longer than this look for a state; who else was connecting then does not matter.
  static let stateReach = 60.0
  /// Seconds after an episode in which its own end is still being logged.
  static let aftermath = 60.0
  /// Seconds from a start to the report of the crash before it; connections may come first.
  static let startUp = 300.0
  /// A service that is stopped and started again within this was restarted, in seconds.
  static let restart = 30.0
  /// The most a clock's uncertainty may widen a window, in seconds.
  static let clockAllowance = 5.0

  init(index: SignalIndex, episodes: [Int]) {
    self.index = index
    self.episodes = episodes
    participants = episodes.map { Participants(site: index.site, episode: index.site.episodes[$0]) }
  }

  /// Whether the episodes are conditions of hosts, without any attempt among them.
  var isOfConditions: Bool { participants.allSatisfy { $0.episode.kind == .hostCondition } }

  /// Whether an event is one of the episodes' own.
  func holds(_ event: EventReference) -> Bool {
    index.attempts(holding: event).contains(where: episodes.contains)
      || participants.contains { participants in
        // A condition may be made of what an attempt without an outcome holds.
        participants.episode.kind == .hostCondition
          && participants.episode.members.contains { $0.signal.event == event }
      }
  }

  /// What the incident as a whole says to an item: found in any of its episodes, absent only where
  /// no episode leaves it open.
  func finding(for prepared: PreparedItem) -> EvidenceFinding {
    let item = prepared.item
    var found: [Episode.Member] = []
    var seen: Set<EventReference> = []
    var missing: [String] = []
    var unknown = false
    var isAsked = false
    for participants in participants where lasts(participants.episode, as: item) {
      isAsked = true
      let hits = matches(prepared, participants)
      for hit in hits where seen.insert(hit.signal.event).inserted { found.append(hit) }
      if hits.isEmpty {
        let gaps = uncovered(prepared, participants)
        if gaps.open { unknown = true }
        for name in gaps.missing where !missing.contains(name) { missing.append(name) }
      }
    }
    if !isAsked { return .absent }
    found = keptByFirst(found, of: prepared)
    let enough = found.count >= max(1, item.atLeast ?? 1)
    if item.absent == true {
      if !found.isEmpty { return .absent }
      return unknown ? .unknown(missing: missing) : .found([])
    }
    if enough { return .found(Array(found.prefix(EvidenceFinding.limit))) }
    return unknown ? .unknown(missing: missing) : .absent
  }

  /// A crash or start that the host outlived after the first attempt of a question is no cause of the others either:
  /// what they met was there before.
  private func keptByFirst(_ found: [Episode.Member], of prepared: PreparedItem) -> [Episode.Member] {
    guard found.contains(where: { Self.comesUp($0) }),
      let first = participants.first(where: { $0.episode.kind == .connectionAttempt }),
      first.episode.endsUnexplained, !first.episode.members.isEmpty
    else { return found }
    let kept = Set(matches(prepared, first).map(\.signal.event))
    return found.filter { member in
      guard Self.comesUp(member) else { return true }
      return kept.contains(member.signal.event)
        && !wasAtWork(between: first.episode, and: member)
    }
  }

  /// Whether a host tells at its start what it went through.
  private static func comesUp(_ member: Episode.Member) -> Bool {
    member.signal.role == .hostCrashed || member.signal.role == .hostStarted
  }

  /// Whether the item speaks of episodes of this length; how long somebody waited is asked of attempts alone.
  private func lasts(_ episode: Episode, as item: EvidenceItem) -> Bool {
    guard item.longerThan != nil || item.shorterThan != nil else { return true }
    guard episode.kind == .connectionAttempt else { return false }
    let seconds = episode.end.seconds(since: episode.start)
    return seconds >= (item.longerThan ?? 0) && seconds <= (item.shorterThan ?? .infinity)
  }

  private func matches(
    _ prepared: PreparedItem, _ participants: Participants
  ) -> [Episode.Member] {
    let item = prepared.item
    let episode = participants.episode
    let hosts = participants.hosts(in: item.host)
    if item.member == true {
      return episode.members.filter {
        prepared.rules.contains($0.signal.rule) && (item.host == nil || hosts.contains($0.host))
          && prepared.condition.holds(for: $0.signal) && concerns(item, $0.signal, participants)
      }
    }
    var result: [Episode.Member] = []
    for host in hosts where host != participants.unasked {
      let window = self.window(of: item, on: host, participants)
      for rule in prepared.rules {
        for position in index.indices(host: host, rule: rule, from: window.from, to: window.to) {
          let member = index.site.timeline[position]
          guard prepared.condition.holds(for: member.signal),
            concerns(item, member.signal, participants), names(item, member, participants),
            belongs(member, item, to: episode),
            !wasOutlived(member, after: episode),
            stillHolds(prepared, member, host, until: episode.start)
          else { continue }
          result.append(member)
        }
      }
    }
    return result.sorted { ($0.time, $0.signal.rule) < ($1.time, $1.signal.rule) }
  }

  /// An event of somebody else's attempt says nothing about this one, unless the item asks for a
  /// state or the event is about the host itself.
  private func belongs(_ member: Episode.Member, _ item: EvidenceItem, to episode: Episode) -> Bool {
    if index.attempts(holding: member.signal.event).isEmpty || holds(member.signal.event) { return true }
    // A host names the fault of each handshake by itself.
    if member.signal.isOfHandshake,
      episode.members.contains(where: { $0.host == member.host && $0.signal.isOfHandshake })
    {
      return false
    }
    if member.signal.role.concernsHost { return true }
    return (item.before ?? 0) > Self.stateReach || (item.after ?? 0) > Self.stateReach
  }

  /// Whether a machine whose crash is reported later worked on in between, or one that starts or is shut down later had
  /// closed the connection itself: neither ended what had ended before.
  private func wasOutlived(_ member: Episode.Member, after episode: Episode) -> Bool {
    let later = member.time.seconds(since: episode.end)
    guard later > 0 else { return false }
    func isClosed() -> Bool { episode.outcome == .failed && closes(episode, on: member.host) }
    return switch member.signal.role {
    case .hostStopped: later > Self.aftermath && isClosed()
    case .hostStarted: later > Self.startUp && isClosed()
    case .hostCrashed: isClosed() || wasAtWork(between: episode, and: member)
    default: false
    }
  }

  /// Whether a machine served connections after an attempt had ended and before the start that an event tells of.
  private func wasAtWork(between episode: Episode, and member: Episode.Member) -> Bool {
    index.isActive(
      host: member.host, from: episode.end.advanced(bySeconds: Self.aftermath),
      to: member.time.advanced(bySeconds: -Self.startUp))
  }

  /// Whether the last that a machine says of an attempt is that it closed the connection: then it was still there.
  private func closes(_ episode: Episode, on host: Int) -> Bool {
    episode.members.last { $0.host == host }?.signal.role == .connectionClosed
  }

  private func stillHolds(
    _ prepared: PreparedItem, _ member: Episode.Member, _ host: Int, until start: WindowsTime
  ) -> Bool {
    guard !prepared.cancelling.isEmpty else { return true }
    let next = WindowsTime(ticks: member.time.ticks &+ 1)
    var limit = start
    if member.time >= start {
      // What stops in the middle of an incident and is back at once was restarted by somebody who looks into it.
      guard member.signal.role == .serviceStopped else { return true }
      limit = member.time.advanced(bySeconds: Self.restart)
    }
    return prepared.cancelling.allSatisfy {
      index.indices(host: host, rule: $0, from: next, to: limit).isEmpty
    }
  }

  private func concerns(_ item: EvidenceItem, _ signal: Signal, _ participants: Participants) -> Bool {
    if item.sameUser == true, !participants.identity.isUser(signal[.user]) { return false }
    if item.samePeer == true, !participants.identity.isClient(signal[.peer]) { return false }
    if item.otherDomain == true, !participants.identity.isOtherDomain(signal[.domain]) { return false }
    return true
  }

  /// Whether what a machine says that only takes part is about the one the episode is about.
  private func names(_ item: EvidenceItem, _ member: Episode.Member, _ participants: Participants) -> Bool {
    let episode = participants.episode
    guard item.sameServer == true, episode.kind == .connectionAttempt, member.host != episode.serverHost,
      member.host != episode.gatewayHost
    else { return true }
    return participants.identity.isServer(member.signal[.workstation] ?? member.signal[.name])
  }

  private func window(
    of item: EvidenceItem, on host: Int, _ participants: Participants
  ) -> (from: WindowsTime, to: WindowsTime) {
    let episode = participants.episode
    let own = episode.members.isEmpty || participants.onlyHost == host
    let slack = own ? 0 : min(index.site.hosts[host].clock.uncertainty, Self.clockAllowance)
    return (
      episode.start.advanced(bySeconds: -(item.before ?? Self.defaultReach) - slack),
      episode.end.advanced(bySeconds: (item.after ?? Self.defaultReach) + slack)
    )
  }

  /// Whether not finding the item leaves the question open, and which logs would answer it.
  private func uncovered(
    _ prepared: PreparedItem, _ participants: Participants
  ) -> (open: Bool, missing: [String]) {
    let item = prepared.item
    var missing: [String] = []
    var open = false
    let episode = participants.episode
    for (position, rule) in prepared.rules.enumerated() {
      guard let origin = prepared.origins[position] else { continue }
      let channel = prepared.channels[position]
      // Where no machine is named, it is the one that keeps such a log: a client has no log of connections taken.
      let role = item.host ?? origin.loggedBy
      let hosts = participants.hosts(in: role)
      if hosts.isEmpty {
        open = true
        let asked = role ?? .sessionHost
        guard origin.isExportable, asked.keeps(origin) else { continue }
        missing.append("\(episode.name(of: asked) ?? asked.rawValue): \(origin.channel)")
      }
      for host in hosts where !observes(host, rule, origin, channel, item, episode.start, episode.end) {
        open = true
        guard origin.isExportable, keeps(host, origin, as: role) else { continue }
        missing.append("\(index.site.hosts[host].name): \(origin.channel)")
      }
    }
    return (open, missing)
  }

  /// Whether a machine has such a log at all, as far as anybody knows.
  private func keeps(_ host: Int, _ origin: SignalOrigin, as role: HostRole?) -> Bool {
    guard let needed = origin.loggedBy, needed != role else { return true }
    return index.site.hosts[host].roles.contains(needed)
  }

  private func observes(
    _ host: Int, _ rule: String, _ origin: SignalOrigin, _ channel: String, _ item: EvidenceItem,
    _ start: WindowsTime, _ end: WindowsTime
  ) -> Bool {
    guard origin.logged == .default || index.logs(host: host, rule: rule) else { return false }
    // A state may have begun before any log does, so only the moment itself has to be covered.
    let near = min(item.before ?? Self.defaultReach, Self.stateReach)
    return index.covers(host: host, folded: channel, window: start.advanced(bySeconds: -near)...end)
  }
}

extension Signal {
  fileprivate var isOfHandshake: Bool { (role == .certificateFault || role == .tlsFailed) && phase == .tls }
}

extension HostRole {
  /// Whether a machine of this role keeps the log of a signal.
  fileprivate func keeps(_ origin: SignalOrigin) -> Bool { origin.loggedBy.map { $0 == self } ?? true }
}
