import EventSignals

/// Learns from events which addresses machines have and what they are.
enum Acquaintance {
  /// An address that this many machines claim belongs to a router.
  private static let shared = 2

  /// Roles that rules prove, and the accounts whose hashed names clients log.
  static func meet(_ signals: [PlacedSignal], _ directory: inout HostDirectory, _ hashes: inout UserNameHash)
  {
    var (host, known) = (-1, Set<HostRole>())
    for placed in signals {
      // Signals come machine by machine.
      if placed.host != host { (host, known) = (placed.host, []) }
      if let role = placed.proves, known.insert(role).inserted { directory.learn(role: role, of: host) }
      hashes.learn(user: placed.signal[.user], domain: placed.signal[.domain])
    }
  }

  /// The names of callers without logs by the address they called a gateway or session host from, where each
  /// address has but one.
  static func callers(
    _ drafts: [AttemptDraft], servers: [Trace], gateways: [Trace], _ directory: HostDirectory
  ) -> [NetworkName: NetworkName] {
    var names: [NetworkName: NetworkName?] = [:]
    for draft in drafts {
      let called = draft.gateways.first.map { gateways[$0] } ?? draft.servers.last.map { servers[$0] }
      guard let peer = called?.peer else { continue }
      for server in draft.servers {
        guard let name = servers[server].workstation, !name.isAddress, directory.machine(name) == nil else {
          continue
        }
        if let known = names[peer] {
          if known?.short != name.short { names[peer] = .some(nil) }
        } else {
          names[peer] = name
        }
      }
    }
    return names.compactMapValues { $0 }
  }

  /// Addresses of clients (who call themselves by name while calling from an address) and of targets.
  static func addresses(
    servers: [Trace], clients: [Trace], gateways: [Trace], _ directory: inout HostDirectory
  ) {
    var claims: [String: Set<Int>] = [:]
    var passing: [AccountName: [Trace]] = [:]
    for trace in gateways { if let user = trace.user { passing[user, default: []].append(trace) } }
    for trace in servers + gateways {
      guard let name = trace.workstation, let machine = directory.machine(name), let peer = trace.peer,
        machine != trace.host
      else { continue }
      let hop =
        trace.side == .server
        ? Self.hop(of: trace, among: trace.user.flatMap { passing[$0] } ?? [], directory) : nil
      claims[peer.text, default: []].insert(hop ?? machine)
    }
    for trace in clients {
      guard let target = trace.target, !target.isAddress, let machine = directory.machine(target) else {
        continue
      }
      for address in trace.addresses where machine != trace.host {
        claims[address, default: []].insert(machine)
      }
    }
    for address in claims.keys.sorted() {
      guard let machines = claims[address], machines.count < shared, let machine = machines.first,
        let name = NetworkName(address)
      else { continue }
      directory.learn(name: name, of: machine)
    }
  }

  /// The gateway that a user's connection came through: one that let the same user through to this machine, and
  /// saw the client at another address than the host did.
  private static func hop(of trace: Trace, among gateways: [Trace], _ directory: HostDirectory) -> Int? {
    let passing = gateways.filter { gateway in
      gateway.host != trace.host && gateway.sessionAt != nil && gateway.peer != nil
        && gateway.target.flatMap { directory.machine($0) }.map { $0 == trace.host } ?? true
    }
    guard let first = passing.first, passing.allSatisfy({ $0.host == first.host && $0.peer != trace.peer })
    else {
      return nil
    }
    return first.host
  }
}
