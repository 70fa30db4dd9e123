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

  /// By machine, sorted by time.
  private(set) var changes: [[Change]]

  private static let smallest = 0.1
  /// A larger change is a dead battery, not a clock that ran beside the others.
  private static let largest = 172_800.0
  /// Seconds around a resume or start in which a change is the machine catching up.
  private static let awakening = 120.0
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
  }

  /// A logged time by the clock as it ran after the last step.
  func settled(_ raw: WindowsTime, host: Int) -> WindowsTime {
    let later = changes[host].lazy.filter { $0.at > raw }.reduce(0.0) { $0 + $1.shift }
    return later == 0 ? raw : raw.advanced(bySeconds: later)
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
