import EventSignals
import WindowsEventLog

/// Finds services of Remote Desktop that start and stop again at once, again and again, without calling it a fault.
enum RestlessServices {
  /// A service that stops so soon did nothing, in seconds.
  private static let glimpse = 10.0
  /// Starts further apart have nothing to do with each other, in seconds.
  private static let together = 3_600.0
  /// So many in a row are nobody's wish.
  private static let enough = 3

  private struct Service: Hashable {
    var host: Int
    var name: String
  }

  /// The latest row of each host; `loose` are signals that belong to no connection, and `successes` the moments at
  /// which each host proved to work, ascending.
  static func episodes(
    _ loose: [Episode.Member], successes: [Int: [WindowsTime]], hosts: [Host]
  ) -> [Episode] {
    var rows: [Service: [Episode.Member]] = [:]
    var found: [Int: [Episode.Member]] = [:]
    let changes = loose.filter { $0.signal.role == .serviceStarted || $0.signal.role == .serviceStopped }
    for member in changes.sorted(by: { ($0.time, $0.host) < ($1.time, $1.host) }) {
      guard let name = member.signal[.service]?.lowercased() else { continue }
      let service = Service(host: member.host, name: name)
      var row = rows[service] ?? []
      if member.signal.role == .serviceStarted {
        if let last = row.last, last.signal.role == .serviceStarted { row.removeLast() }
        if let last = row.last, member.time.seconds(since: last.time) > together { row = [] }
        row.append(member)
      } else if member.signal.role == .serviceStopped, let last = row.last {
        let isSoon = last.signal.role == .serviceStarted && member.time.seconds(since: last.time) <= glimpse
        row = isSoon ? row + [member] : []
        if row.count >= 2 * enough { found[member.host] = row }
      }
      rows[service] = row
    }
    return found.keys.sorted().compactMap { host in
      guard let row = found[host], let end = row.last?.time,
        successes[host]?.last.map({ $0 < end }) ?? true
      else { return nil }
      return Episode(question: row, of: host, among: hosts)
    }
  }
}
