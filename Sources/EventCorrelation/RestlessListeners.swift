import EventSignals
import WindowsEventLog

/// Finds listeners that go away for minutes and come back, again and again, while their host stays up.
///
/// A service that is restarted brings its listener back within seconds, and a host that restarts takes it down once.
/// Sessions go on meanwhile and whoever tries to connect leaves no trace, so nothing else tells of it.
enum RestlessListeners {
  /// A listener that is back sooner was restarted, and one that is gone for longer was switched off, in seconds.
  private static let absence = 60.0...7_200.0
  /// Absences further apart have nothing to do with each other, in seconds.
  private static let together = 86_400.0
  /// So many are nobody's wish.
  private static let enough = 2
  /// Seconds that a machine takes to shut down.
  private static let shutdown = 180.0

  private struct Listener: Hashable {
    var host: Int
    var name: String
  }

  /// The latest row of each host; `loose` are signals that belong to no connection, `turns` the moments at which each
  /// host went down or came up, ascending.
  static func episodes(
    _ loose: [Episode.Member], turns: [Int: [WindowsTime]], hosts: [Host]
  ) -> [Episode] {
    var gone: [Listener: Episode.Member] = [:]
    var rows: [Listener: [Episode.Member]] = [:]
    var found: [Int: [Episode.Member]] = [:]
    let changes = loose.filter { $0.signal.role == .listenerUp || $0.signal.role == .listenerDown }
    for member in changes.sorted(by: Episode.Member.inOrder) {
      guard let name = member.signal[.detail]?.lowercased() else { continue }
      let listener = Listener(host: member.host, name: name)
      guard member.signal.role == .listenerUp else {
        gone[listener] = gone[listener] ?? member
        continue
      }
      guard let left = gone.removeValue(forKey: listener),
        absence.contains(member.time.seconds(since: left.time)),
        !(turns[member.host] ?? []).contains(where: {
          $0.seconds(since: left.time) >= -shutdown && $0 <= member.time
        })
      else { continue }
      var row = rows[listener] ?? []
      if let last = row.last, left.time.seconds(since: last.time) > together { row = [] }
      row += [left, member]
      if row.count >= 2 * enough { found[member.host] = row }
      rows[listener] = row
    }
    return found.keys.sorted().compactMap { host in
      found[host].map { Episode(question: $0, of: host, among: hosts) }
    }
  }
}
