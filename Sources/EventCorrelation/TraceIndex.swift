import EventSignals

/// Finds the connections of one machine by time, client address, session and user.
struct TraceIndex {
  /// Indices into the traces, by start.
  private(set) var byStart: [Int] = []
  private var byPeer: [NetworkName: [Int]] = [:]
  private var bySession: [String: [Int]] = [:]
  private var byUser: [AccountName: [Int]] = [:]
  private let traces: [Trace]

  /// Candidates looked at for one signal; beyond, a flood is under way and the latest do.
  private static let depth = 24

  init(_ traces: [Trace], _ indices: [Int]) {
    self.traces = traces
    byStart = indices.sorted { (traces[$0].start, $0) < (traces[$1].start, $1) }
    for index in byStart {
      let trace = traces[index]
      if let peer = trace.peer { byPeer[peer, default: []].append(index) }
      if let session = trace.session { bySession[session, default: []].append(index) }
      if let user = trace.user { byUser[user, default: []].append(index) }
    }
  }

  /// Traces of a kind that began no later than a moment, latest first.
  func latest(peer: NetworkName, before moment: Double) -> [Int] { latest(byPeer[peer] ?? [], moment) }
  func latest(session: String, before moment: Double) -> [Int] { latest(bySession[session] ?? [], moment) }
  func latest(user: AccountName, before moment: Double) -> [Int] { latest(byUser[user] ?? [], moment) }
  func latest(before moment: Double) -> [Int] { latest(byStart, moment) }

  private func latest(_ sorted: [Int], _ moment: Double) -> [Int] {
    let end = sorted.firstIndex(atOrAfter: moment.nextUp) { traces[$0].start }
    return Array(sorted[max(0, end - Self.depth)..<end].reversed())
  }
}
