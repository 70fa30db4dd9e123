import EventSignals
import WindowsEventLog

/// Finds what a domain controller refused one account where nothing tells which machine that was for.
///
/// A controller of a living domain refuses many accounts all day. When its logs hold refusals of one person
/// alone, they are what somebody wants to know about, though they may concern a share as well.
enum StrayRefusals {
  /// More are a service with an old password, or guessing.
  private static let many = 20

  /// One condition for each host and its only account; `loose` are signals that belong to no connection.
  static func episodes(_ loose: [Episode.Member], hosts: [Host]) -> [Episode] {
    var byHost: [Int: [Episode.Member]] = [:]
    for member in loose where isRefusal(member.signal) { byHost[member.host, default: []].append(member) }
    return byHost.keys.sorted().compactMap { host in
      let members = (byHost[host] ?? []).sorted(by: Episode.Member.inOrder)
      let users = Set(members.map { AccountName($0.signal[.user])?.text })
      guard members.count <= many, users.count == 1, let user = users.first ?? nil, isPerson(user)
      else { return nil }
      var episode = Episode(question: members, of: host, among: hosts)
      episode.user = user
      episode.isRemoteDesktop = false
      return episode
    }
  }

  private static func isRefusal(_ signal: Signal) -> Bool {
    guard StructuralFacts.isSecurity(signal), signal[.logonType] == nil else { return false }
    return signal.role == .authenticationFailed || StructuralFacts.isLockout(signal)
  }

  /// Whether an account may be a person's and is not named after a certificate; machines' have no `AccountName`.
  private static func isPerson(_ user: String) -> Bool { !user.contains(":") }
}
