import EventSignals
import WindowsEventLog

/// One run of the correlator: what each step leaves for the next.
struct Correlation {
  private let coverage: [SourceCoverage]
  private let options: CorrelationOptions
  private var directory: HostDirectory
  private let steps: ClockSteps
  private let signals: [PlacedSignal]
  private var hashes = UserNameHash()

  init(signals: [Signal], coverage: [SourceCoverage], options: CorrelationOptions) {
    self.coverage = coverage
    self.options = options
    var computers: Set<String> = []
    var last = ""
    for signal in signals where signal.event.computer != last {
      last = signal.event.computer
      computers.insert(last)
    }
    for source in coverage { computers.formUnion(source.spans.keys.map(\.computer)) }
    let directory = HostDirectory(
      computers: computers.sorted(), renamed: RenamedComputers.pairs(in: coverage))
    var machines: [String: Int] = [:]
    for computer in computers { machines[computer] = directory.machine(computer: computer) }
    let unique = SignalDeduplication.unique(
      signals.compactMap { signal in machines[signal.event.computer].map { (signal, $0) } })
    let steps = ClockSteps(unique, machines: directory.machines.count)
    let origin = unique.lazy.map { $0.signal.event.rawTime }.min() ?? WindowsTime(ticks: 0)
    var providers = ProviderKind.Table()
    self.signals = PlacedSignal.sorted(
      unique.map { signal, host in
        let settled = steps.settled(signal.event, host: host)
        return PlacedSignal(
          signal: signal, host: host, settled: settled, moment: settled.seconds(since: origin),
          provider: providers.kind(of: signal.event.provider))
      })
    self.directory = directory
    self.steps = steps
  }

  mutating func site() -> CorrelatedSite {
    Acquaintance.meet(signals, &directory, &hashes)
    let set = TraceSet(signals, workers: options.workers)
    let visits = Visits(set, signals)
    Acquaintance.addresses(
      servers: visits.traces, clients: set.clients, gateways: set.gateways, &directory)
    let clocks = tie(set, visits)
    var drafts = AttemptLinks(
      clients: set.clients, servers: visits.traces, gateways: set.gateways, directory: directory,
      clocks: clocks, hashes: hashes
    ).drafts
    let loose = attach(visits.loose, to: &drafts, set, visits, clocks)
    let hosts = hosts(clocks)
    let times = signals.map { placed in
      steps.isTwofold(placed.signal.event, host: placed.host)
        ? placed.settled.advanced(bySeconds: -clocks.offsets[placed.host])
        : hosts[placed.host].clock.corrected(placed.signal.event.rawTime)
    }
    let site = siteCoverage(hosts, times)
    var last = [WindowsTime?](repeating: nil, count: directory.machines.count)
    for entry in site.entries { last[entry.host] = max(last[entry.host] ?? entry.last, entry.last) }
    let sessionHosts = sessionHosts()
    let assembly = EpisodeAssembly(
      drafts: drafts, signals: signals, clients: set.clients, servers: visits.traces, gateways: set.gateways,
      directory: directory, clocks: clocks, hashes: hashes, times: times, lastOfHost: last,
      sessionHosts: sessionHosts)
    let batches = stride(from: 0, to: drafts.count, by: Self.batch).map { [drafts] in
      Array(drafts[$0..<min($0 + Self.batch, drafts.count)])
    }
    var episodes = SideBySide.map(batches.count, workers: options.workers) { number in
      batches[number].map { assembly.episode($0) }
    }.flatMap { $0 }
    ForeignCallers.settle(&episodes)
    ShortTunnels.settle(&episodes, lastOfHost: last)
    CutOffSessions.settle(
      &episodes,
      .init(
        crashes: moments(times) { $0.role == .hostCrashed || $0.endsSessions },
        shutdowns: moments(times) { $0.role == .hostStopped }, pauses: moments(times) { $0.pausesSessions },
        breaks: moments(times) { $0.role == .networkFault }))
    UnexplainedEndings.mark(&episodes, lastOfHost: last)
    MassDrops.mark(&episodes)
    RepeatedDrops.mark(&episodes)
    RegularEndings.mark(&episodes)
    MissingShells.mark(&episodes, lastOfHost: last)
    LateShells.mark(&episodes)
    LateSessions.mark(&episodes)
    DesertedSessions.mark(
      &episodes, starts: moments(times) { $0.role == .hostStarted || $0.role == .hostCrashed })
    BarrenVisits.mark(&episodes, lastOfHost: last)
    let starts = moments(times) { $0.role == .hostStarted }
    ColdStarts.mark(&episodes, starts: starts)
    let left = unheld(loose, episodes)
    let loners = left.map { member($0, times) }
    DisplacedSessions.mark(&episodes, loners)
    episodes += CrashLoops.episodes(loners, beside: episodes, hosts: hosts)
    episodes += StrayRefusals.episodes(loners, hosts: hosts)
    let successes = moments(times) { $0.provesWorking }
    var conditions = self.conditions(left, episodes, times, successes, hosts)
    RecurringFaults.mark(&conditions, successes: successes, starts: starts)
    episodes += judged(conditions, times, sessionHosts)
    episodes = addingLoneTroubles(episodes, loners, times, site, successes: successes, starts: starts, hosts)
    return SiteOrder.arrange(
      hosts: hosts, reference: clocks.reference, episodes: episodes,
      timeline: signals.indices.map { member($0, times) },
      coverage: site)
  }

  /// Estimates clocks; a name learnt on the way is used in a second pass.
  private mutating func tie(_ set: TraceSet, _ visits: Visits) -> SiteClocks {
    var edges: [ClockEdge] = []
    for _ in 0..<2 {
      let found = ClockEdges(
        clients: set.clients, servers: visits.traces, gateways: set.gateways, directory: directory,
        hashes: hashes)
      edges = found.edges
      guard !found.learnt.isEmpty else { break }
      for (name, machine) in found.learnt { directory.learn(name: name, of: machine) }
    }
    var given: [Int: Double] = [:]
    for (name, offset) in options.clockOffsets {
      if let machine = directory.machine(NetworkName(name)) { given[machine] = offset }
    }
    edges += AuthorityTies(signals).edges
    edges += BlockedTies(signals, clients: set.clients, directory: directory).edges
    var seen = Array(repeating: 0, count: directory.machines.count)
    for trace in set.clients + visits.traces + set.gateways { seen[trace.host] += 1 }
    return SiteClocks(edges: edges, directory: directory, seen: seen, given: given)
  }

  private func attach(
    _ loose: [Int], to drafts: inout [AttemptDraft], _ set: TraceSet, _ visits: Visits, _ clocks: SiteClocks
  ) -> [Int] {
    var book = DraftBook()
    for (number, draft) in drafts.enumerated() {
      let client = draft.client.map { set.clients[$0] }
      let others = draft.servers.map { visits.traces[$0] } + draft.gateways.map { set.gateways[$0] }
      let traces = [client].compactMap { $0 } + others
      guard !traces.isEmpty else { continue }
      let logons = others.flatMap { trace in
        trace.signals.filter { signals[$0].role.isLogon }.map {
          signals[$0].moment - clocks.offsets[trace.host]
        }
      }
      let caller = others.compactMap(\.workstation).first ?? others.compactMap(\.peer).first
      book.add(
        DraftBook.Entry(
          draft: number, start: traces.map { $0.start - clocks.offsets[$0.host] }.min() ?? 0,
          end: traces.map { $0.end - clocks.offsets[$0.host] }.max() ?? 0, logons: logons.sorted(),
          clientHost: client?.host ?? directory.machine(caller), client: caller,
          machines: Set(traces.map(\.host)), target: client?.target,
          targetHost: draft.servers.isEmpty ? directory.machine(client?.target) : nil,
          isOpen: client.map { $0.sessionAt != nil && $0.closedAt == nil } ?? false),
        user: others.compactMap(\.user).first?.text ?? client.flatMap { hashes.account(of: $0.nameHash) })
    }
    book.sort()
    let others = OtherSignals(directory: directory, clocks: clocks, book: book)
    var left: [Int] = []
    for index in loose {
      guard let found = others.owner(of: signals[index]) else {
        left.append(index)
        continue
      }
      drafts[found.draft].others.append(index)
      let draft = drafts[found.draft]
      let first =
        draft.client.map { set.clients[$0].signals[0] } ?? draft.gateways.first.map {
          set.gateways[$0].signals[0]
        }
        ?? draft.servers.first.map { visits.traces[$0].signals[0] }
      if let first { drafts[found.draft].joins.append(.init(kind: found.kind, from: first, to: index)) }
    }
    return left
  }

  private func hosts(_ clocks: SiteClocks) -> [Host] {
    directory.machines.enumerated().map { number, machine in
      let (list, initial) = steps.steps(host: number, finalOffset: clocks.offsets[number])
      let name = machine.shown
      let aliases = Set(machine.computers).union(machine.names).union(machine.addresses)
        .filter { $0.lowercased() != name.lowercased() }
      var spelled: [String: String] = [:]
      for alias in aliases.sorted() { spelled[alias.lowercased()] = spelled[alias.lowercased()] ?? alias }
      return Host(
        name: name, aliases: spelled.values.sorted(), roles: HostRole.allCases.filter(machine.roles.contains),
        clock: HostClock(
          offset: clocks.offsets[number], uncertainty: clocks.uncertainties[number],
          source: clocks.sources[number], group: clocks.components[number], steps: list,
          initialOffset: initial), hasLogs: machine.hasLogs)
    }
  }

  private func siteCoverage(_ hosts: [Host], _ times: [WindowsTime]) -> SiteCoverage {
    let machine = { [directory] in directory.machine(computer: $0) }
    // Only where record ids are missing does it matter when those around them were written.
    let broken = CoverageMerge.broken(coverage, host: machine)
    var channels = TextNumbers()
    var names: [String] = []
    var matters: [[Bool?]] = Array(repeating: [], count: directory.machines.count)
    var known: [[Int: CoverageMerge.Known]] = Array(repeating: [:], count: directory.machines.count)
    for (index, placed) in signals.enumerated() {
      let event = placed.signal.event
      let channel = channels.number(of: event.channel)
      if channel == names.count { names.append(event.channel.lowercased()) }
      while matters[placed.host].count <= channel { matters[placed.host].append(nil) }
      let isBroken =
        matters[placed.host][channel] ?? broken.contains(.init(host: placed.host, channel: names[channel]))
      matters[placed.host][channel] = isBroken
      if isBroken, let id = event.recordID {
        known[placed.host][channel, default: .init()].times.append((id, times[index]))
      }
    }
    var byName: [CoverageMerge.Key: CoverageMerge.Known] = [:]
    for (host, channels) in known.enumerated() {
      for (channel, entry) in channels {
        byName[.init(host: host, channel: names[channel]), default: .init()].times += entry.times
      }
    }
    for (index, placed) in signals.enumerated() where placed.role == .logCleared {
      let channel = (placed.signal[.detail] ?? placed.signal.event.channel).lowercased()
      byName[.init(host: placed.host, channel: channel), default: .init()].clears.append(times[index])
    }
    return CoverageMerge.merge(coverage, host: machine, known: byName) {
      hosts[$0].clock.corrected($1)
    }
  }

  private func conditions(
    _ loose: [Int], _ episodes: [Episode], _ times: [WindowsTime], _ successes: [Int: [WindowsTime]],
    _ hosts: [Host]
  ) -> [Episode] {
    var members = loose.filter { signals[$0].signal.standsAlone }.map { member($0, times) }
    for episode in episodes where episode.outcome == .open || episode.outcome == .harmless {
      members += episode.members.filter(\.signal.standsAlone)
    }
    var refusals = loose.filter { !signals[$0].signal.standsAlone }.map { member($0, times) }
    for episode in episodes where episode.outcome == .harmless {
      // One refusal a connection: the listener's own notes of it do not make more of them.
      refusals += episode.members.filter { !$0.signal.standsAlone && StructuralFacts.isSecurity($0.signal) }
    }
    members += RefusalFlood.members(in: refusals.sorted { $0.time < $1.time })
    guard !members.isEmpty else { return [] }
    let stops = moments(times) { $0.role == .hostStopped }
    let renewals = moments(times) { StructuralFacts.isNewCertificate($0.signal) }
    members.removeAll { member in
      Self.isOrdinary(member, stops: stops[member.host] ?? [])
        || (StructuralFacts.isOfChosenCertificate(member.signal)
          && renewals[member.host]?.last.map { $0 > member.time } ?? false)
    }
    members.sort {
      ($0.time, $0.host) == ($1.time, $1.host)
        ? Signal.inOrder($0.signal, $1.signal) : ($0.time, $0.host) < ($1.time, $1.host)
    }
    return HostConditions.episodes(
      members, successes: successes,
      returns: moments(times) { $0.role == .listenerUp || $0.role == .serviceStarted },
      joins: moments(times) { StructuralFacts.isFarmJoin($0) }, hosts: hosts)
  }

  /// Conditions of which is known whether Remote Desktop met them.
  private func judged(
    _ conditions: [Episode], _ times: [WindowsTime], _ sessionHosts: Set<Int>
  ) -> [Episode] {
    guard !conditions.isEmpty else { return [] }
    let foreign = ForeignHandshakes(
      accepted: moments(times) { $0.role == .connectionAccepted && $0.provider.contains(.connectionCore) },
      secured: moments(times) { $0.role == .connectionSecured && $0.provider.contains(.connectionCore) })
    return conditions.map { condition in
      var condition = condition
      condition.isRemoteDesktop =
        !foreign.contains(condition)
        && (condition.serverHost.map(sessionHosts.contains) ?? true || !Self.isMereLogons(condition))
      return condition
    }
  }

  /// Machines whose logs hold anything that only a machine with Remote Desktop in use logs.
  private func sessionHosts() -> Set<Int> {
    var found = Set(signals.lazy.filter { StructuralFacts.isOfSessionHost($0) }.map(\.host))
    for key in coverage.flatMap(\.spans.keys) where StructuralFacts.isSessionHostLog(key.channel) {
      if let machine = directory.machine(computer: key.computer) { found.insert(machine) }
    }
    return found
  }

  /// And the episodes that are told only where the logs of the same period hold no other trouble.
  private func addingLoneTroubles(
    _ episodes: [Episode], _ loners: [Episode.Member], _ times: [WindowsTime], _ site: SiteCoverage,
    successes: [Int: [WindowsTime]], starts: [Int: [WindowsTime]], _ hosts: [Host]
  ) -> [Episode] {
    let periods = LogPeriods(site)
    let wakes = moments(times) { $0.role == .hostResumed }
    let stops = members(times) { $0.role == .hostStarted || $0.role == .hostStopped || $0.isStop }
    let turns = Dictionary(grouping: stops.filter { $0.signal.role != .serviceStopped }, by: \.host)
      .mapValues { $0.map(\.time).sorted() }
    let orders = periods.divide(
      stops.filter { $0.signal.role == .hostStopped && $0.signal[.user] != nil }, at: \.time)
    let pauses = periods.divide(stops, at: \.time)
    let loners = periods.divide(loners, at: \.time)
    return periods.divide(episodes, at: \.start).enumerated().flatMap { number, episodes in
      let loose = loners[number]
      var all = episodes
      all += StrayCrashes.episodes(loose, beside: all, successes: successes, hosts: hosts)
      all += IdleSleeps.episodes(loose, beside: all, wakes: wakes, hosts: hosts)
      all += StrayShutdowns.episodes(orders[number], beside: all, starts: starts, hosts: hosts)
      all += FlickeringSessions.episodes(loose, hosts: hosts)
      all += RestlessListeners.episodes(loose, turns: turns, hosts: hosts)
      all += RestlessServices.episodes(loose, successes: successes, hosts: hosts)
      all += FaintTraces.episodes(loose, beside: all, successes: successes, hosts: hosts)
      all += UnusedSince.episodes(pauses[number], beside: all, successes: successes, hosts: hosts)
      return all
    }
  }

  /// Without signals of events that a failed attempt holds under another rule: they are no second matter.
  private func unheld(_ loose: [Int], _ episodes: [Episode]) -> [Int] {
    let failed = episodes.filter(\.wentWrong)
    let held = Set(failed.flatMap { $0.members.map(\.signal.event) })
    return loose.filter { !held.contains(signals[$0].signal.event) }
  }

  /// Whether a machine only does its duty: stops listener and services as it shuts down, keeps the internet out.
  private static func isOrdinary(_ member: Episode.Member, stops: [WindowsTime]) -> Bool {
    switch member.signal.role {
    case .listenerDown, .serviceStopped: stops.contains { abs($0.seconds(since: member.time)) <= shutdown }
    case .firewallBlocked: NetworkName(member.signal[.peer])?.isPublicAddress ?? true
    default: false
    }
  }

  /// Attempts put together at a time.
  private static let batch = 256

  /// Seconds that a machine takes to shut down.
  private static let shutdown = 180.0

  /// Single refusals of network logons; a flood of them is a condition of its own.
  private static func isMereLogons(_ condition: Episode) -> Bool {
    condition.members.count < RefusalFlood.threshold
      && condition.members.allSatisfy { StructuralFacts.isNetworkLogon($0.signal) }
  }

  /// When each host logged a kind of signal, ascending.
  private func moments(_ times: [WindowsTime], of kind: (PlacedSignal) -> Bool) -> [Int: [WindowsTime]] {
    var moments: [Int: [WindowsTime]] = [:]
    for index in signals.indices where kind(signals[index]) {
      moments[signals[index].host, default: []].append(times[index])
    }
    return moments.mapValues { $0.sorted() }
  }

  private func members(_ times: [WindowsTime], of kind: (PlacedSignal) -> Bool) -> [Episode.Member] {
    signals.indices.filter { kind(signals[$0]) }.map { member($0, times) }
  }

  private func member(_ index: Int, _ times: [WindowsTime]) -> Episode.Member {
    Episode.Member(signal: signals[index].signal, host: signals[index].host, time: times[index])
  }
}

extension SignalRole {
  /// Whether somebody's identity was checked.
  fileprivate var isLogon: Bool {
    self == .authenticationFailed || self == .authenticationSucceeded || self == .authorizationFailed
  }
}

extension PlacedSignal {
  /// Whether the program that holds a host's connections ended against everybody's wish.
  fileprivate var endsSessions: Bool {
    role == .serviceFailed && proves == .sessionHost && StructuralFacts.isServiceCrash(signal)
  }

  /// Whether the host falls asleep or stops a service of its own, not one of a gateway or broker.
  fileprivate var pausesSessions: Bool { role == .hostSuspended || isStop }

  /// Whether a service that connections need at the host stops.
  fileprivate var isStop: Bool { role == .serviceStopped && proves == nil }

  /// Whether the event proves that Remote Desktop works on its machine: through security, or in a session
  /// from the network.
  fileprivate var provesWorking: Bool {
    switch role {
    case .connectionSecured, .gatewayForwarded: true
    case .sessionStarted, .sessionReconnected: NetworkName(signal[.peer]) != nil
    default: false
    }
  }
}
