import EventSignals
import WindowsEventLog

/// Finds floods of refused sign-ins that belong to no connection in the logs.
///
/// One such event is somebody's typing error; hundreds within minutes are a condition of the host.
enum RefusalFlood {
  /// So many refusals within `window` seconds are a flood.
  static let threshold = 40
  static let window = 900.0

  /// The refusals among `members` (by time) that are part of a flood on their host.
  static func members(in members: [Episode.Member]) -> [Episode.Member] {
    var byHost: [Int: [Episode.Member]] = [:]
    for member in members where member.signal.role == .authenticationFailed {
      byHost[member.host, default: []].append(member)
    }
    return byHost.keys.sorted().flatMap { flood(byHost[$0] ?? []) }
  }

  private static func flood(_ refusals: [Episode.Member]) -> [Episode.Member] {
    var isPart = [Bool](repeating: false, count: refusals.count)
    var marked = 0
    var first = 0
    for last in refusals.indices {
      while refusals[last].time.seconds(since: refusals[first].time) > window { first += 1 }
      guard last - first + 1 >= threshold else { continue }
      marked = max(marked, first)
      while marked <= last {
        isPart[marked] = true
        marked += 1
      }
    }
    return zip(refusals, isPart).filter(\.1).map(\.0)
  }
}
