import EventSignals
import WindowsEventLog

/// Tells handshakes of a machine's other services from those of Remote Desktop: Schannel serves web, directory and
/// management as well, and a listener that numbers its connections had taken none that they could be of.
struct ForeignHandshakes {
  /// Seconds from the moment a listener takes a connection to what its handshake logs.
  private static let handshake = 30.0
  /// Seconds in which the two logs of one moment may be written in either order.
  private static let together = 5.0

  /// When each host's listener took connections, and when one got through its handshake, ascending.
  let accepted: [Int: [WindowsTime]]
  let secured: [Int: [WindowsTime]]

  /// Whether all that a condition tells are handshakes of other services; never before the listener's log begins.
  func contains(_ condition: Episode) -> Bool {
    condition.members.allSatisfy { member in
      guard StructuralFacts.isHandshake(member.signal), let accepted = accepted[member.host],
        let first = accepted.first, first < member.time
      else { return false }
      return Self.count(accepted, around: member.time)
        <= secured[member.host].map { Self.count($0, around: member.time) } ?? 0
    }
  }

  private static func count(_ moments: [WindowsTime], around time: WindowsTime) -> Int {
    let from = moments.partitioningIndex { $0 >= time.advanced(bySeconds: -handshake) }
    return moments[from...].prefix { $0 <= time.advanced(bySeconds: together) }.count
  }
}
