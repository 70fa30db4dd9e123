import EventSignals
import WindowsEventLog

/// A step on the way into a session that several people in a row wait for, on a host that has been quick with it.
///
/// One may have a reason of his own. A row, and nobody quick after it, waits for something that the host waits for.
struct LongWaits {
  /// What the step begins and ends with.
  let begins: (Signal) -> Bool
  let ends: (Signal) -> Bool
  /// Who waits so long takes it for broken, in seconds.
  let long: Double
  /// Seconds between connections of one row.
  let together: Double
  /// So many connections, of so many people, are no chance.
  let row: Int
  let people: Int

  /// A host without trouble is done within this, in seconds.
  private static let quick = 20.0

  /// Sets `endsUnexplained` where that is so.
  func mark(_ episodes: inout [Episode]) {
    var waits: [Int: [(index: Int, seconds: Double)]] = [:]
    for (index, episode) in episodes.enumerated() where episode.kind == .connectionAttempt {
      guard let host = episode.serverHost, !episode.wentWrong, let seconds = wait(in: episode) else {
        continue
      }
      waits[host, default: []].append((index, seconds))
    }
    for own in waits.values where own.contains(where: { $0.seconds <= Self.quick }) {
      let inOrder = own.sorted { (episodes[$0.index].start, $0.index) < (episodes[$1.index].start, $1.index) }
      var found: [Int] = []
      for (index, seconds) in inOrder.reversed() {
        guard seconds >= long,
          found.last.map({ episodes[$0].start.seconds(since: episodes[index].start) <= together }) ?? true
        else { break }
        found.append(index)
      }
      guard found.count >= row, Set(found.compactMap { AccountName(episodes[$0].user)?.text }).count >= people
      else { continue }
      for index in found { episodes[index].endsUnexplained = true }
    }
  }

  /// Seconds from the beginning of the step to its first end after that.
  private func wait(in episode: Episode) -> Double? {
    guard let begun = episode.members.first(where: { begins($0.signal) })?.time,
      let ended = episode.members.first(where: { ends($0.signal) && $0.time >= begun })?.time
    else { return nil }
    return ended.seconds(since: begun)
  }
}
