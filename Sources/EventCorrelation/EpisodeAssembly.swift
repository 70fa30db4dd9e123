import EventSignals
import WindowsEventLog

/// Turns drafts of attempts into episodes.
///
/// A class, since every episode sorts by its arrays, which must not be copied for each.
final class EpisodeAssembly: Sendable {
  let signals: [PlacedSignal]
  let clients: [Trace]
  let servers: [Trace]
  let gateways: [Trace]
  let directory: HostDirectory
  let clocks: SiteClocks
  let hashes: UserNameHash
  /// Corrected times by signal.
  let times: [WindowsTime]
  /// The last corrected time that any log of a machine covers.
  let lastOfHost: [WindowsTime?]
  /// Machines whose logs hold anything that only a machine with Remote Desktop in use logs.
  let sessionHosts: Set<Int>
  private let callers: [NetworkName: NetworkName]

  init(
    drafts: [AttemptDraft], signals: [PlacedSignal], clients: [Trace], servers: [Trace], gateways: [Trace],
    directory: HostDirectory, clocks: SiteClocks, hashes: UserNameHash, times: [WindowsTime],
    lastOfHost: [WindowsTime?],
    sessionHosts: Set<Int>
  ) {
    self.signals = signals
    self.clients = clients
    self.servers = servers
    self.gateways = gateways
    self.directory = directory
    self.clocks = clocks
    self.hashes = hashes
    self.times = times
    self.lastOfHost = lastOfHost
    self.sessionHosts = sessionHosts
    callers = Acquaintance.callers(drafts, servers: servers, gateways: gateways, directory)
  }

  /// Links kept of one attempt; a flood says no more with thousands.
  private static let linkLimit = 500
  /// A log of client or gateway that goes on this long without an end of the attempt has lost it, in seconds.
  private static let patience = 120.0
  /// A crash so long before the end of a connection has nothing to do with that end, in seconds.
  private static let aftermath = 30.0

  func episode(_ draft: AttemptDraft) -> Episode {
    let client = draft.client.map { clients[$0] }
    let servers = draft.servers.map { self.servers[$0] }
    let gateways = draft.gateways.map { self.gateways[$0] }
    let traces = [client].compactMap { $0 } + gateways + servers
    let indices = (traces.flatMap(\.signals) + draft.others).sorted { inOrder($0, $1) }
    let times = indices.map { self.times[$0] }
    var episode = Episode(
      kind: .connectionAttempt, start: times.first ?? WindowsTime(ticks: 0),
      end: times.last ?? WindowsTime(ticks: 0), outcome: .open)
    episode.members = indices.map {
      Episode.Member(signal: signals[$0].signal, host: signals[$0].host, time: self.times[$0])
    }
    episode.links = links(draft, traces)
    name(&episode, client, servers, gateways)
    let goesOn =
      (client ?? gateways.last).flatMap { lastOfHost[$0.host] }.map {
        $0.seconds(since: episode.end) > Self.patience
      } ?? false
    let judged = AttemptOutcome(
      client: client, servers: servers, gateways: gateways, others: draft.others.map { signals[$0].signal },
      sessionCrashed: draft.others.contains { crashed($0, servers, before: episode.end) },
      logGoesOn: goesOn)
    episode.outcome = judged.outcome
    episode.isRemoteDesktop =
      client != nil || !gateways.isEmpty
      || servers.contains { !isMereLogon($0) || sessionHosts.contains($0.host) }
    episode.disconnectReason = client?.reason
    episode.extendedReason =
      servers.compactMap(\.extended).last ?? client?.extended
      ?? servers.compactMap(\.sessionReason).last(where: AttemptOutcome.isFault)
    episode.phase = phase(indices, client, servers)
    return episode
  }

  private func crashed(_ index: Int, _ servers: [Trace], before end: WindowsTime) -> Bool {
    signals[index].role == .processCrashed && servers.contains { $0.host == signals[index].host }
      && end.seconds(since: times[index]) <= Self.aftermath
  }

  /// Whether all that is known of a connection are network logons in the Security log.
  private func isMereLogon(_ trace: Trace) -> Bool {
    trace.onlyLogons && trace.signals.allSatisfy { StructuralFacts.isNetworkLogon(signals[$0]) }
  }

  private func inOrder(_ left: Int, _ right: Int) -> Bool {
    if times[left] != times[right] { return times[left] < times[right] }
    if signals[left].host != signals[right].host { return signals[left].host < signals[right].host }
    return Signal.inOrder(signals[left].signal, signals[right].signal)
  }

  private func name(_ episode: inout Episode, _ client: Trace?, _ servers: [Trace], _ gateways: [Trace]) {
    let incoming = servers + gateways
    let named = incoming.first(where: \.isUserSure) ?? incoming.first { $0.user != nil } ?? client
    episode.user = named?.user?.text ?? client.flatMap { hashes.account(of: $0.nameHash) }
    if let gateway = gateways.first {
      episode.gatewayHost = gateway.host
      episode.gateway = shown(gateway.host)
    }
    if let client {
      episode.clientHost = client.host
    } else {
      let caller = gateways.first ?? servers.last
      let names = servers.compactMap(\.workstation) + [caller?.peer].compactMap { $0 }
      episode.clientHost = names.lazy.compactMap { [directory] in directory.machine($0) }.first {
        [episode] in $0 != episode.gatewayHost && !servers.map(\.host).contains($0)
      }
      let named = names.first { !$0.isAddress } ?? names.lazy.compactMap { [callers] in callers[$0] }.first
      episode.client = (named ?? names.first)?.text
    }
    if let host = episode.clientHost { episode.client = shown(host) }
    let target = client?.target ?? gateways.lazy.compactMap(\.target).first
    episode.serverHost =
      servers.last?.host ?? directory.machine(target)
      ?? client?.addresses.sorted().lazy.compactMap { [directory] in directory.machine(NetworkName($0)) }
      .first
    episode.server = episode.serverHost.map(shown) ?? target?.text
  }

  private func shown(_ host: Int) -> String { directory.machines[host].shown }

  /// The furthest step, the ends and the probes before the real connection left out.
  private func phase(_ indices: [Int], _ client: Trace?, _ servers: [Trace]) -> ConnectionPhase? {
    if client?.sessionAt != nil || servers.contains(where: { $0.sessionAt != nil }) { return .session }
    return indices.compactMap { signals[$0].signal.phase }.filter { $0 != .end }.max()
  }

  private func links(_ draft: AttemptDraft, _ traces: [Trace]) -> [Episode.Link] {
    var joins: [Trace.Join] = []
    for trace in traces where trace.activityID != nil && trace.signals.count > 1 {
      joins.append(.init(kind: .activityID, from: trace.signals[0], to: trace.signals[1]))
    }
    joins += draft.joins + traces.flatMap(\.joins)
    return joins.prefix(Self.linkLimit).map { join in
      Episode.Link(
        kind: join.kind, gapMilliseconds: times[join.to].seconds(since: times[join.from]) * 1000,
        from: signals[join.from].signal, to: signals[join.to].signal)
    }
  }
}

extension HostDirectory.Machine {
  /// The fullest name logged, in the spelling of the logs.
  var shown: String {
    computers.max { (dots($0), $0.utf8.count, $1) < (dots($1), $1.utf8.count, $0) } ?? ""
  }

  private func dots(_ name: String) -> Int { name.utf8.reduce(0) { $0 + ($1 == UInt8(ascii: ".") ? 1 : 0) } }
}
