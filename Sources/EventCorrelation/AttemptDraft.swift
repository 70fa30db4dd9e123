/// A connection attempt under construction: which traces of which machines are it.
struct AttemptDraft {
  /// Indices into the client, gateway and server traces.
  var client: Int?
  var gateways: [Int] = []
  var servers: [Int] = []
  /// Signals of other machines (directory, broker) and other logs that take part.
  var others: [Int] = []
  /// Why signals of different traces are one attempt; indices of signals.
  var joins: [Trace.Join] = []
}
