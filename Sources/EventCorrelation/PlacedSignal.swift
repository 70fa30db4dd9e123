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
  /// What tells the order of most signals, without the signal.
  private struct Key {
    var settled: Int64
    var host: Int32
    var index: Int32
  }

  /// Sorts by host and time, then by what makes an event unique.
  static func sorted(_ signals: [PlacedSignal]) -> [PlacedSignal] {
    var keys = signals.indices.map {
      Key(settled: signals[$0].settled.ticks, host: Int32(signals[$0].host), index: Int32($0))
    }
    keys.sort { left, right in
      if left.host != right.host { return left.host < right.host }
      if left.settled != right.settled { return left.settled < right.settled }
      return Signal.inOrder(signals[Int(left.index)].signal, signals[Int(right.index)].signal)
    }
    return keys.map { signals[Int($0.index)] }
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
}
