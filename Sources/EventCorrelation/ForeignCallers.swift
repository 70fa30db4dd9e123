import EventSignals

/// Tells people from scanners among callers from the internet.
enum ForeignCallers {
  /// So many addresses, or accounts from one address, are a search for a way in.
  private static let manyCallers = 3
  /// So many refusals of one address are guessing, not typing.
  private static let manyTries = 10
  /// NTSTATUS that names an account which does not exist.
  private static let noSuchUser: UInt32 = 0xc000_0064

  /// Marks refused connections of strangers as harmless: from a public address of no machine of the site,
  /// stopped at the logon, nothing wrong on the host.
  static func settle(_ episodes: inout [Episode]) {
    var callers: [Int: Set<String>] = [:]
    var accounts: [String: Set<String>] = [:]
    var tries: [String: Int] = [:]
    var worked: Set<String> = []
    let addresses = publicAddresses(in: episodes)
    if addresses.allSatisfy({ $0 == nil }) { return }
    for (index, address) in addresses.enumerated() {
      guard let address, let host = episodes[index].serverHost else { continue }
      let episode = episodes[index]
      if episode.outcome == .succeeded || episode.outcome == .lost { worked.insert(address) }
      guard episode.outcome == .failed else { continue }
      callers[host, default: []].insert(address)
      accounts["\(host)/\(address)", default: []].insert(episode.user ?? "")
      tries["\(host)/\(address)", default: 0] += 1
    }
    for (index, address) in addresses.enumerated() where episodes[index].outcome == .failed {
      let episode = episodes[index]
      guard let address, let host = episode.serverHost, !worked.contains(address),
        stoppedAtLogon(episode)
      else { continue }
      let many =
        (callers[host]?.count ?? 0) >= manyCallers
        || (accounts["\(host)/\(address)"]?.count ?? 0) >= manyCallers
        || (tries["\(host)/\(address)"] ?? 0) >= manyTries
      if many || unknownUser(episode) { episodes[index].outcome = .harmless }
    }
  }

  /// The public address behind each episode; none is looked for where nothing failed.
  private static func publicAddresses(in episodes: [Episode]) -> [String?] {
    let isOfInterest = episodes.contains { $0.outcome == .failed && caller($0) != nil }
    return isOfInterest ? episodes.map { caller($0) } : []
  }

  private static func caller(_ episode: Episode) -> String? {
    guard episode.kind == .connectionAttempt, episode.clientHost == nil, episode.gatewayHost == nil,
      let peer = episode.members.lazy.compactMap({ NetworkName($0.signal[.peer]) }).first,
      peer.isPublicAddress
    else { return nil }
    return peer.text
  }

  private static func stoppedAtLogon(_ episode: Episode) -> Bool {
    episode.members.allSatisfy { member in
      switch member.signal.role {
      case .tlsFailed, .certificateFault, .licenseFailed, .connectionSecured, .sessionStarted: false
      default: true
      }
    }
  }

  private static func unknownUser(_ episode: Episode) -> Bool {
    episode.members.contains {
      EventNumber.unsigned($0.signal[.substatus]) == noSuchUser
        || EventNumber.unsigned($0.signal[.status]) == noSuchUser
    }
  }
}
