import EventCorrelation

/// What the logs say to one evidence item.
enum EvidenceFinding {
  /// These events, or a proven absence when empty; at most `limit` are kept, earliest first.
  case found([Episode.Member])
  /// The logs that would hold it cover the moment, and it is not there.
  case absent
  /// No log that would hold it covers the moment; the machines whose logs are missing, by name.
  case unknown(missing: [String])

  /// Events kept for one item of one cause: enough to show, however many there were.
  static let limit = 12
}
