import EventCorrelation
import EventSignals

/// Compares users and addresses in events with those of an episode.
struct EpisodeIdentity {
  /// Nil where the episode knows no user.
  private let user: String?
  /// Nil where the episode knows no client.
  private let addresses: Set<String>?
  /// The first labels of the names of session host and gateway; empty where none is known.
  private let servers: Set<String>
  /// The first labels of the domains of accounts that were refused; empty where none is told.
  private let refusedDomains: Set<String>

  init(site: CorrelatedSite, episode: Episode) {
    user = episode.user.map(Self.account)
    var known = [episode.client].compactMap { $0 }
    if let host = episode.clientHost { known += [site.hosts[host].name] + site.hosts[host].aliases }
    addresses = known.isEmpty ? nil : Set(known.map(Self.address))
    servers = Set(
      ([episode.server]
        + [episode.serverHost, episode.gatewayHost].flatMap { host in
          host.map { site.hosts[$0] }.map { [$0.name] + $0.aliases } ?? []
        }).compactMap { $0.flatMap(Self.machine) })
    refusedDomains = Set(
      episode.members.lazy.filter { $0.signal.role == .authenticationFailed }
        .compactMap { $0.signal[.domain].flatMap(Self.machine) })
  }

  /// Whether an account name is the episode's user; true where the episode knows none.
  func isUser(_ name: String?) -> Bool {
    guard let user else { return true }
    return name.map { Self.account($0) == user } ?? false
  }

  /// Whether an address, with or without port, is the episode's client's; true where none is known.
  func isClient(_ peer: String?) -> Bool {
    guard let addresses else { return true }
    return peer.map { addresses.contains(Self.address($0)) } ?? false
  }

  /// Whether a name, also that of a computer's account, is the session host's or gateway's; true where none is known.
  func isServer(_ name: String?) -> Bool {
    servers.isEmpty || (name.flatMap(Self.machine).map(servers.contains) ?? false)
  }

  /// Whether a name is that of a domain, and of none whose accounts were refused; false where nothing tells.
  ///
  /// A host's own accounts are of the host, which is no domain.
  func isOtherDomain(_ name: String?) -> Bool {
    guard !refusedDomains.isEmpty, let domain = name.flatMap(Self.machine), domain != "-" else {
      return false
    }
    return !refusedDomains.contains(domain) && !servers.contains(domain)
  }

  /// The first label of a computer's or its account's name in lower case; nil for an address.
  private static func machine(_ name: String) -> String? {
    let bare = account(name).filter { $0 != "$" }
    if bare.contains(":") || bare.allSatisfy({ $0.isNumber || $0 == "." }) { return nil }
    return bare.split(separator: ".").first.map(String.init)
  }

  /// The account without its domain, in lower case: `CORP\ann` and `ann@corp.example` are `ann`.
  static func account(_ name: String) -> String {
    let bare = name.split(separator: "\\").last.map(String.init) ?? name
    return (bare.split(separator: "@").first.map(String.init) ?? bare).lowercased()
  }

  /// The address without port, brackets or the IPv4-mapped prefix, in lower case.
  static func address(_ text: String) -> String {
    var bare = text.lowercased()
    if bare.hasPrefix("["), let end = bare.firstIndex(of: "]") {
      bare = String(bare[bare.index(after: bare.startIndex)..<end])
    } else if bare.split(separator: ":", omittingEmptySubsequences: false).count == 2 {
      bare = String(bare.split(separator: ":")[0])
    }
    return bare.hasPrefix("::ffff:") ? String(bare.dropFirst(7)) : bare
  }
}
