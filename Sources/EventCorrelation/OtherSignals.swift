import EventSignals

/// Gives attempts the signals that other logs hold about them: the client's own name resolution and TLS,
/// a domain controller's logons, a broker's and a licence server's part.
struct OtherSignals {
  let directory: HostDirectory
  let clocks: SiteClocks
  let book: DraftBook

  /// An attempt and why a signal belongs to it.
  struct Found {
    var draft: Int
    var kind: Episode.Link.Kind
  }

  private static let tied = 1.5
  private static let assumed = 5.0
  /// A session of which nothing was heard for longer is over, in seconds.
  private static let day = 86_400.0

  func owner(of placed: PlacedSignal) -> Found? {
    let moment = placed.moment - clocks.offsets[placed.host]
    switch placed.role {
    case .nameResolutionFailed: return resolution(placed.signal, placed.host, moment)
    case .tlsFailed, .networkFault: return atClient(placed, moment)
    case .firewallBlocked: return blocked(placed, moment)
    case .hostSuspended: return atClient(placed, moment, near: true)
    case .processCrashed:
      return atClient(placed, moment, near: true)
        ?? (isOfSession(placed) ? inSession(placed, moment) : nil)
    case .authenticationFailed, .authenticationSucceeded, .accountChanged, .directoryFault, .brokerProgress,
      .brokerFailed, .licenseFailed, .authorizationFailed:
      return elsewhere(placed, moment)
    default: return nil
    }
  }

  private func resolution(_ signal: Signal, _ host: Int, _ moment: Double) -> Found? {
    guard let name = NetworkName(signal[.name]) else { return nil }
    let found = book.latest(client: host, before: moment + 1).first { entry in
      guard moment <= entry.end + 1, let target = entry.target else { return false }
      return target == name || target.short == name.short
    }
    return found.map { Found(draft: $0.draft, kind: .name) }
  }

  /// A fault on the client while an attempt of its own was under way, or at its end.
  private func atClient(_ placed: PlacedSignal, _ moment: Double, near: Bool = false) -> Found? {
    let endsClient = placed.role == .processCrashed && placed.proves == .client
    let found = book.latest(client: placed.host, before: moment + 0.5).first { entry in
      if endsClient, entry.isOpen, moment - entry.start <= Self.day { return true }
      guard moment <= entry.end + (near ? 5 : 1) else { return false }
      return entry.end - moment <= (near ? 30 : 60) || moment - entry.start <= 30
    }
    return found.map { Found(draft: $0.draft, kind: .time) }
  }

  /// A packet that a machine dropped, and the only attempt to reach that machine at the time.
  private func blocked(_ placed: PlacedSignal, _ moment: Double) -> Found? {
    guard let peer = NetworkName(placed.signal[.peer]), !peer.isPublicAddress else { return nil }
    let owner = directory.machine(peer)
    let fitting = book.latest(target: placed.host, before: moment + Self.assumed).filter { entry in
      let slack = entry.machines.contains { clocks.areTied($0, placed.host) } ? Self.tied : Self.assumed
      guard moment >= entry.start - slack, moment <= entry.end + slack else { return false }
      return owner.map { $0 == entry.clientHost } ?? true
    }
    return fitting.count == 1
      ? fitting.first.map { Found(draft: $0.draft, kind: owner == nil ? .time : .address) } : nil
  }

  /// Whether what crashed serves one session and not the machine.
  private func isOfSession(_ placed: PlacedSignal) -> Bool {
    !placed.signal.standsAlone || (placed.proves == nil && placed.signal.phase == .session)
  }

  /// A program of a session crashed while the only connection that fits came up or was about to end.
  private func inSession(_ placed: PlacedSignal, _ moment: Double) -> Found? {
    let fitting = book.latest(server: placed.host, before: moment + 0.5).filter { entry in
      moment <= entry.end + 3 && (moment - entry.start <= 60 || entry.end - moment <= 30)
    }
    return fitting.count == 1 ? fitting.first.map { Found(draft: $0.draft, kind: .time) } : nil
  }

  private func elsewhere(_ placed: PlacedSignal, _ moment: Double) -> Found? {
    let signal = placed.signal
    // A logon with a type is a logon to the machine that logged it, not one that it vouched for.
    guard signal[.logonType] == nil else { return nil }
    let workstation = NetworkName(signal[.workstation])
    let peer = NetworkName(signal[.peer])
    let user = AccountName(signal[.user])
    var entries = user.map { book.latest(user: $0.text, before: moment + Self.assumed) } ?? []
    var kind = Episode.Link.Kind.user
    if entries.isEmpty, let host = directory.machine(workstation) ?? directory.machine(peer) {
      entries = book.latest(client: host, before: moment + Self.assumed)
      kind = .name
    }
    let fitting = entries.filter { entry in
      let tied = entry.machines.contains { clocks.areTied($0, placed.host) }
      let slack = tied ? Self.tied : Self.assumed
      let last = entry.logons.last ?? entry.end
      guard moment >= entry.start - slack, moment <= last + slack else { return false }
      return agrees(workstation, entry) && agrees(peer, entry)
    }
    let nearest = fitting.min { (distance($0, moment), $0.draft) < (distance($1, moment), $1.draft) }
    return nearest.map { Found(draft: $0.draft, kind: kind) }
  }

  private func distance(_ entry: DraftBook.Entry, _ moment: Double) -> Double {
    entry.logons.map { abs($0 - moment) }.min()
      ?? (moment < entry.start ? entry.start - moment : max(0, moment - entry.end))
  }

  /// Whether a name or address may be the attempt's client, or a machine on the way.
  private func agrees(_ name: NetworkName?, _ entry: DraftBook.Entry) -> Bool {
    guard let name else { return true }
    if let machine = directory.machine(name) {
      return machine == entry.clientHost || entry.machines.contains(machine)
    }
    guard let client = entry.client, client.isAddress == name.isAddress else { return true }
    return client == name || client.short == name.short
  }
}
