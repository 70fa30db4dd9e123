/// Somebody who uses a machine, by the account.
struct PersonOnHost: Hashable {
  var host: Int
  var user: String

  /// The attempts of each, as indexes into the episodes, ascending.
  static func attempts(in episodes: [Episode]) -> [PersonOnHost: [Int]] {
    var attempts: [PersonOnHost: [Int]] = [:]
    for (index, episode) in episodes.enumerated() where episode.kind == .connectionAttempt {
      guard let host = episode.serverHost, let user = AccountName(episode.user)?.text else { continue }
      attempts[PersonOnHost(host: host, user: user), default: []].append(index)
    }
    return attempts
  }
}
