import EventSignals

/// Finds the attempt that a signal of another machine or log is about: by user, by client, by name and time.
struct DraftBook {
  /// What an attempt is known by, on the corrected clock.
  struct Entry {
    var draft: Int
    var start: Double
    var end: Double
    /// Corrected moments of its logons, ascending.
    var logons: [Double]
    var clientHost: Int?
    var client: NetworkName?
    var machines: Set<Int>
    var target: NetworkName?
    /// The machine it means, where one is known and none answered.
    var targetHost: Int?
    /// Whether a session came up on the client and nothing there tells of its end.
    var isOpen = false
  }

  private var byUser: [String: [Entry]] = [:]
  private var byClient: [Int: [Entry]] = [:]
  private var byServer: [Int: [Entry]] = [:]
  private var byTarget: [Int: [Entry]] = [:]

  private static let depth = 32

  mutating func add(_ entry: Entry, user: String?) {
    if let user { byUser[user, default: []].append(entry) }
    if let host = entry.clientHost { byClient[host, default: []].append(entry) }
    if let host = entry.targetHost { byTarget[host, default: []].append(entry) }
    for host in entry.machines where host != entry.clientHost { byServer[host, default: []].append(entry) }
  }

  mutating func sort() {
    byUser = byUser.mapValues { $0.sorted { ($0.start, $0.draft) < ($1.start, $1.draft) } }
    byTarget = byTarget.mapValues { $0.sorted { ($0.start, $0.draft) < ($1.start, $1.draft) } }
    byServer = byServer.mapValues { $0.sorted { ($0.start, $0.draft) < ($1.start, $1.draft) } }
    byClient = byClient.mapValues { $0.sorted { ($0.start, $0.draft) < ($1.start, $1.draft) } }
  }

  /// Attempts of a user, or of a machine, that began before a moment; latest first.
  func latest(user: String, before moment: Double) -> [Entry] { latest(byUser[user] ?? [], moment) }
  func latest(target: Int, before moment: Double) -> [Entry] { latest(byTarget[target] ?? [], moment) }
  func latest(server: Int, before moment: Double) -> [Entry] { latest(byServer[server] ?? [], moment) }
  func latest(client: Int, before moment: Double) -> [Entry] { latest(byClient[client] ?? [], moment) }

  private func latest(_ sorted: [Entry], _ moment: Double) -> [Entry] {
    let end = sorted.firstIndex(atOrAfter: moment.nextUp) { $0.start }
    return sorted[max(0, end - Self.depth)..<end].reversed()
  }
}
