import EventSignals
import WindowsEventLog

/// Where each machine's clock was set, from Kernel-General 1 with its old and new time.
///
/// Corrections below a tenth of a second are the time service at work and do not count. A machine that
/// wakes up or starts logs the same event with the time it went down; its clock was right before and after.
struct ClockSteps {
  /// One change: `shift` seconds were added at `at`, by the clock after it.
  struct Change {
    var at: WindowsTime
    var shift: Double
  }

  /// Where a channel's times go back because of a change.
  private struct Turn: Hashable {
    var host: Int
    var channel: String
    var at: WindowsTime
  }

  /// The last record id before each.
  private var turns: [Turn: UInt64] = [:]

  /// By machine, sorted by time.
  private(set) var changes: [[Change]]

  private static let smallest = 0.1
  /// A larger change is a dead battery, not a clock that ran beside the others.
  private static let largest = 172_800.0
  /// Seconds around a resume or start in which a change is the machine catching up.
  private static let awakening = 120.0
  /// Seconds around a change in which events are looked at.
  private static let around = 900.0
  /// Changes kept of one machine.
  private static let limit = 1000

  init(_ signals: [(signal: Signal, host: Int)], machines: Int) {
    changes = Array(repeating: [], count: machines)
    var awakenings = Array(repeating: [WindowsTime](), count: machines)
    for (signal, host) in signals {
      switch signal.role {
      case .hostResumed, .hostStarted: awakenings[host].append(signal.event.rawTime)
      case .clockChanged:
        guard let old = signal[.oldTime].flatMap({ WindowsTime(iso8601: $0) }),
          let new = signal[.newTime].flatMap({ WindowsTime(iso8601: $0) })
        else { continue }
        let shift = new.seconds(since: old)
        guard abs(shift) >= Self.smallest, abs(shift) <= Self.largest else { continue }
        changes[host].append(Change(at: new, shift: shift))
      default: continue
      }
    }
    for host in changes.indices {
      awakenings[host].sort()
      changes[host].removeAll { change in
        Self.isNear(change.at, in: awakenings[host])
      }
      changes[host].sort { ($0.at, $0.shift) < ($1.at, $1.shift) }
      changes[host] = Array(changes[host].prefix(Self.limit))
    }
    findTurns(signals)
  }

  /// Looks for the place in each channel, by record id, at which time goes back as a clock that was set back did.
  private mutating func findTurns(_ signals: [(signal: Signal, host: Int)]) {
    guard changes.contains(where: { $0.contains { $0.shift < 0 } }) else { return }
    var near: [Turn: [(id: UInt64, time: WindowsTime)]] = [:]
    for (signal, host) in signals {
      for change in changes[host] where change.shift < 0 {
        let event = signal.event
        guard let id = event.recordID,
          event.rawTime >= change.at.advanced(bySeconds: -Self.around),
          event.rawTime <= change.at.advanced(bySeconds: Self.around - change.shift)
        else { continue }
        near[Turn(host: host, channel: event.channel, at: change.at), default: []].append((id, event.rawTime))
      }
    }
    for (turn, events) in near {
      let events = events.sorted { ($0.id, $0.time) < ($1.id, $1.time) }
      var deepest = Self.smallest
      for (one, next) in zip(events, events.dropFirst()) {
        let back = one.time.seconds(since: next.time)
        guard back > deepest, one.time >= turn.at, next.time >= turn.at else { continue }
        deepest = back
        turns[turn] = one.id
      }
    }
  }

  /// When an event was logged by the clock as it ran after the last step.
  ///
  /// Where a clock was set back some times came twice; there the record ids tell which was meant.
  func settled(_ event: EventReference, host: Int) -> WindowsTime {
    guard !changes[host].isEmpty else { return event.rawTime }
    let later = changes[host].lazy.filter { isBefore(event, $0, host) }.reduce(0.0) { $0 + $1.shift }
    return later == 0 ? event.rawTime : event.rawTime.advanced(bySeconds: later)
  }

  /// Whether an event was logged before a change though its time says after.
  func isTwofold(_ event: EventReference, host: Int) -> Bool {
    !turns.isEmpty && changes[host].contains { $0.at <= event.rawTime && isBefore(event, $0, host) }
  }

  private func isBefore(_ event: EventReference, _ change: Change, _ host: Int) -> Bool {
    if event.rawTime < change.at { return true }
    guard change.shift < 0, event.rawTime <= change.at.advanced(bySeconds: -change.shift),
      let id = event.recordID, let last = turns[Turn(host: host, channel: event.channel, at: change.at)]
    else { return false }
    return id <= last
  }

  /// The steps of a host whose clock is ahead by `offset` after the last of them.
  func steps(host: Int, finalOffset: Double) -> (steps: [HostClock.Step], initial: Double) {
    var offset = finalOffset
    var steps: [HostClock.Step] = []
    for change in changes[host].reversed() {
      steps.append(HostClock.Step(at: change.at, offset: offset))
      offset -= change.shift
    }
    return (steps.reversed(), offset)
  }

  private static func isNear(_ time: WindowsTime, in sorted: [WindowsTime]) -> Bool {
    let next = sorted.firstIndex(atOrAfter: time.advanced(bySeconds: -awakening)) { $0 }
    return next < sorted.count && sorted[next].seconds(since: time) <= awakening
  }
}
