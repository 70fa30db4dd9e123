import EventSignals
import WindowsEventLog

/// Finds machines that lose their way to the domain again and again, though people are let in between.
///
/// Whoever signs in meanwhile proves that the account of the machine is right, and that the fault is over, not that it
/// will not be back. A machine that just started asks before the network is there, which harms nobody.
enum RecurringFaults {
  /// Faults closer than this are one, in seconds.
  private static let apart = 900.0
  /// A machine is starting for so long, in seconds.
  private static let start = 300.0
  /// More are the way things are there.
  private static let strokes = 2...20

  /// Sets `endsUnexplained` where that is so; `successes` and `starts` are the moments at which each host proved to
  /// work and started, ascending.
  static func mark(
    _ conditions: inout [Episode], successes: [Int: [WindowsTime]], starts: [Int: [WindowsTime]]
  ) {
    for index in conditions.indices where conditions[index].outcome == .succeeded {
      guard let host = conditions[index].serverHost,
        conditions[index].members.allSatisfy({ $0.signal.role == .directoryFault })
      else { continue }
      let found = strokes(of: conditions[index], successes: successes[host] ?? [], starts: starts[host] ?? [])
      if strokes.contains(found) { conditions[index].endsUnexplained = true }
    }
  }

  /// How often it struck; a new stroke is one after a connection that worked.
  private static func strokes(
    of condition: Episode, successes: [WindowsTime], starts: [WindowsTime]
  ) -> Int {
    var count = 0
    var last: WindowsTime?
    for member in condition.members {
      let started = starts[..<starts.partitioningIndex { $0 > member.time }].last
      if let started, member.time.seconds(since: started) <= start { continue }
      if let last {
        let works = successes[successes.partitioningIndex { $0 > last }...].first
        if member.time.seconds(since: last) >= apart, let works, works < member.time { count += 1 }
      } else {
        count = 1
      }
      last = member.time
    }
    return count
  }
}
