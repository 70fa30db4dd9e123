import EventSignals
import WindowsEventLog

/// A signal with the machine that logged it and its time, steps of that machine's clock taken out.
struct PlacedSignal {
  var signal: Signal
  var host: Int
  /// By the machine's clock as it ran after its last step.
  var settled: WindowsTime
  /// The same in seconds since the site's origin, for arithmetic.
  var moment: Double
  /// What the signal says of itself, kept here since every step asks for it.
  let role: SignalRole
  let proves: HostRole?
  let provider: ProviderKind

  init(signal: Signal, host: Int, settled: WindowsTime, moment: Double, provider: ProviderKind) {
    self.signal = signal
    self.host = host
    self.settled = settled
    self.moment = moment
    role = signal.role
    proves = signal.proves
    self.provider = provider
  }
}

extension PlacedSignal {
  /// Sorts by host and time, then by what makes an event unique.
  static func sorted(_ signals: [PlacedSignal]) -> [PlacedSignal] {
    Signal.order(signals.map { (Int64($0.host), $0.settled.ticks) }) { signals[$0].signal }.map {
      signals[$0]
    }
  }
}

extension Signal {
  /// A total order of signals with the same time: channel, record id, then the rest.
  static func inOrder(_ left: Signal, _ right: Signal) -> Bool {
    let (one, other) = (left.event, right.event)
    if one.channel != other.channel { return one.channel < other.channel }
    if one.recordID != other.recordID { return (one.recordID ?? 0) < (other.recordID ?? 0) }
    if one.eventID != other.eventID { return one.eventID < other.eventID }
    if left.rule != right.rule { return left.rule < right.rule }
    if one.source != other.source { return one.source < other.source }
    return one.offset < other.offset
  }

  /// The indices of signals in order: by two numbers of each, where both agree by `inOrder`.
  ///
  /// The numbers are sorted, since signals are large to move.
  static func order(_ numbers: [(Int64, Int64)], of signal: (Int) -> Signal) -> [Int] {
    var keys = numbers.indices.map { (numbers[$0].0, numbers[$0].1, Int32($0)) }
    keys.sort { left, right in
      if left.0 != right.0 { return left.0 < right.0 }
      if left.1 != right.1 { return left.1 < right.1 }
      return inOrder(signal(Int(left.2)), signal(Int(right.2)))
    }
    return keys.map { Int($0.2) }
  }
}
