import EventCorrelation

/// Compares users and addresses in events with those of an episode.
struct EpisodeIdentity {
  let site: CorrelatedSite
  let episode: Episode

  /// Whether an account name is the episode's user; true where the episode knows none.
  func isUser(_ name: String?) -> Bool {
    guard let own = episode.user else { return true }
    guard let name else { return false }
    return Self.account(name) == Self.account(own)
  }

  /// Whether an address, with or without port, is the episode's client's; true where none is known.
  func isClient(_ peer: String?) -> Bool {
    guard episode.client != nil || episode.clientHost != nil else { return true }
    guard let peer else { return false }
    let address = Self.address(peer)
    var known = [episode.client].compactMap { $0 }
    if let host = episode.clientHost { known += [site.hosts[host].name] + site.hosts[host].aliases }
    return known.contains { Self.address($0) == address }
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
