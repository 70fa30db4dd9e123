import EventSignals
import WindowsEventLog

/// Finds programs and display drivers that crash again and again within minutes where one crash is started over and
/// nobody minds.
///
/// Right after somebody has logged on over the network that is what became of the session; at other times it is a
/// question.
enum CrashLoops {
  /// So many crashes within `window` seconds leave nothing to work with.
  private static let enough = 3
  private static let window = 300.0
  /// Seconds after the begin of a session in which its desktop starts.
  private static let logon = 120.0

  private struct Program: Hashable {
    var host: Int
    var name: String
  }

  /// The latest loop of each host of sessions; `loose` are signals that belong to no connection. A driver's resets
  /// belong to the connection they followed, which may have come up all the same: nobody saw anything of it.
  static func episodes(
    _ loose: [Episode.Member], beside episodes: [Episode], hosts: [Host]
  ) -> [Episode] {
    let resets = episodes.filter { $0.kind == .connectionAttempt && !$0.wentWrong }
      .flatMap { $0.members.filter { StructuralFacts.isDriverReset($0.signal) } }
    let crashes = loose.filter { StructuralFacts.isProgramCrash($0.signal) } + resets
    guard !crashes.isEmpty else { return [] }
    let begins = begins(of: episodes)
    var rows: [Program: [Episode.Member]] = [:]
    var found: [Int: [Episode.Member]] = [:]
    for member in crashes.sorted(by: { ($0.time, $0.host) < ($1.time, $1.host) })
    where begins[member.host] != nil {
      guard let name = (member.signal[.process] ?? member.signal[.detail])?.lowercased() else { continue }
      let program = Program(host: member.host, name: name)
      var row = rows[program] ?? []
      if let last = row.last, member.time.seconds(since: last.time) > window { row = [] }
      row.append(member)
      rows[program] = row
      if row.count >= enough { found[member.host] = row }
    }
    return found.keys.sorted().compactMap { host in
      guard let row = found[host] else { return nil }
      let outcome: Episode.Outcome = isNew(row[0].time, begins[host] ?? []) ? .failed : .harmless
      var episode = Episode(condition: row, of: host, among: hosts, outcome: outcome)
      episode.phase = .session
      episode.endsUnexplained = episode.outcome == .harmless
      return episode
    }
  }

  /// When sessions of connections began on each host that has had connections.
  private static func begins(of episodes: [Episode]) -> [Int: [WindowsTime]] {
    var begins: [Int: [WindowsTime]] = [:]
    for episode in episodes where episode.kind == .connectionAttempt {
      guard let host = episode.serverHost else { continue }
      begins[host, default: []] += episode.members.filter { $0.signal.role.beginsSession }.map(\.time)
    }
    return begins
  }

  /// Whether a session from the network had just begun.
  private static func isNew(_ crash: WindowsTime, _ begins: [WindowsTime]) -> Bool {
    begins.contains { (0...logon).contains(crash.seconds(since: $0)) }
  }
}
