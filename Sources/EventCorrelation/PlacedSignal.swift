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
}

extension PlacedSignal {
  /// By host and time, then by what makes an event unique.
  static func inOrder(_ left: PlacedSignal, _ right: PlacedSignal) -> Bool {
    if left.host != right.host { return left.host < right.host }
    if left.settled != right.settled { return left.settled < right.settled }
    return Signal.inOrder(left.signal, right.signal)
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
