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

  /// Addresses of clients (who call themselves by name while calling from an address) and of targets.
  static func addresses(
    servers: [Trace], clients: [Trace], gateways: [Trace], _ directory: inout HostDirectory
  ) {
    var claims: [String: Set<Int>] = [:]
    for trace in servers + gateways {
      guard let name = trace.workstation, let machine = directory.machine(name), let peer = trace.peer,
        machine != trace.host
      else { continue }
      claims[peer.text, default: []].insert(machine)
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
}
