import EventSignals

/// How much two machines' views of a connection look like one and the same, whatever their clocks say.
///
/// Nil means they cannot be; positive numbers speak for it, in the manner of log odds.
struct Resemblance {
  let directory: HostDirectory
  let hashes: UserNameHash

  /// A client's view and a session host's; a `probe` may have ended long before the attempt did. Who is known at
  /// the address that called counts where it is `addressed`.
  func weight(client: Trace, server: Trace, probe: Bool = false, addressed: Bool = true) -> Double? {
    if client.sessionAt == nil, UnresolvedName.isReason(client.reason) { return nil }
    var weight = 0.5
    if client.sessionAt != nil {
      if server.sessionAt == nil, server.securedAt == nil {
        if server.closedAt != nil, server.hasStart, !probe { return nil }
        weight -= 0.5
      } else {
        weight += 1
      }
    } else if client.closedAt != nil, server.sessionAt != nil, server.hasStart {
      return nil
    } else if client.hasFault, server.hasFault, client.closedAt != nil, server.closedAt != nil {
      weight += 0.5
    }
    if let one = client.session, let other = server.session { weight += one == other ? 3 : -1.5 }
    if let one = client.activityID, one == server.activityID { weight += 6 }
    guard let parties = sameClient(client, server, addressed: addressed) else { return nil }
    return weight + parties + sameUser(client, server.user) + sameLength(client, server)
  }

  /// A client's view and a gateway's.
  func weight(client: Trace, gateway: Trace) -> Double? {
    if client.sessionAt != nil, gateway.sessionAt == nil, gateway.hasFault { return nil }
    var weight = 0.5
    // The client says itself that a gateway turned it away.
    if gateway.hasFault, let reason = client.reason, Self.gatewayReasons.contains(reason) { weight += 1 }
    if let target = client.target, let resource = gateway.target {
      guard sameName(target, resource) else { return nil }
      weight += 1.5
    }
    guard let parties = sameClient(client, gateway, addressed: true) else { return nil }
    return weight + parties + sameUser(client, gateway.user) + sameLength(client, gateway)
  }

  /// A gateway's view and a session host's.
  func weight(gateway: Trace, server: Trace) -> Double? {
    guard gateway.sessionAt != nil else { return nil }
    if let user = gateway.user, let other = server.user, user != other { return nil }
    if let peer = server.peer, directory.machine(peer).map({ $0 != gateway.host }) ?? false { return nil }
    var weight = 1.0
    if server.peer.map({ directory.machine($0) == gateway.host }) ?? false { weight += 4 }
    if gateway.user != nil, gateway.user == server.user { weight += 3 }
    return weight + sameLength(gateway, server)
  }

  /// The disconnect reasons in which a client speaks of a gateway.
  static let gatewayReasons: ClosedRange<UInt32> = 0x300_0000...0x300_0FFF

  /// Whether two names may mean one machine.
  func sameName(_ one: NetworkName, _ other: NetworkName) -> Bool {
    if one == other || (!one.isAddress && !other.isAddress && one.short == other.short) { return true }
    guard let first = directory.machine(one), let second = directory.machine(other) else {
      return one.isAddress != other.isAddress
    }
    return first == second
  }

  /// How much an address that another machine called from speaks against one.
  static let elsewhere = 1.0

  /// What the other end says about who called: nil when it was certainly another machine.
  private func sameClient(_ client: Trace, _ other: Trace, addressed: Bool) -> Double? {
    var weight = 0.0
    if let peer = other.peer {
      let owners = directory.machines(at: peer.text)
      if owners.contains(client.host) { weight += owners.count == 1 ? 4 : 1 }
      if other.side == .server, !owners.contains(client.host), owners.contains(where: directory.isGateway) {
        return nil
      }
      // An address moves to another machine, or many call from one router's.
      if addressed, !owners.isEmpty, !owners.contains(client.host) { weight -= Self.elsewhere }
      if peer.isPublicAddress { weight -= 0.5 }
    }
    if let name = other.workstation, let owner = directory.machine(name) {
      if owner != client.host { return nil }
      weight += 4
    } else if let name = other.workstation, !name.isAddress {
      // Somebody with another name, though not one of ours.
      weight -= 2
    }
    return weight
  }

  private func sameUser(_ client: Trace, _ user: AccountName?) -> Double {
    guard let user else { return 0 }
    if let own = client.user { return own == user ? 4 : -3 }
    guard client.nameHash != nil else { return 0 }
    guard let own = hashes.account(of: client.nameHash) else { return -2 }
    return own == user.text ? 4 : -3
  }

  private func sameLength(_ one: Trace, _ other: Trace) -> Double {
    guard one.hasStart, other.hasStart, one.closedAt != nil, other.isOver else { return 0 }
    // A gateway hears of a client late.
    let late = other.side == .gateway ? Shift.gatewayLag : 0
    let (first, second) = (one.end - one.start, other.end - other.start + late)
    let difference = abs(first - second)
    let length = min(first, second)
    if difference <= 0.6 { return length > 60 ? 3.5 : length > 10 ? 2.5 : length > 2 ? 1.5 : 1 }
    if difference <= 3 { return length > 60 ? 2.5 : length > 30 ? 1.5 : 0.3 }
    return difference <= 30 ? 0 : -1
  }
}
