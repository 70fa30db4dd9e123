import WindowsEventLog

/// Finds machines that were renamed while they logged: inside one source and channel, the records of
/// one name go on, number by number and later in time, under another.
enum RenamedComputers {
  /// Pairs of Computer names, sorted. Names sharing a first label are left to `HostDirectory`.
  static func pairs(in coverage: [SourceCoverage]) -> [(from: String, to: String)] {
    var found: Set<[String]> = []
    for source in coverage {
      var ends: [String: [(computer: String, lastID: UInt64, last: WindowsTime)]] = [:]
      for (key, span) in source.spans {
        guard let range = span.recordIDs.last else { continue }
        ends[key.channel.lowercased(), default: []].append((key.computer, range.upperBound, span.last))
      }
      for (key, span) in source.spans {
        guard let range = span.recordIDs.first, range.lowerBound > 1 else { continue }
        for end in ends[key.channel.lowercased()] ?? []
        where end.lastID == range.lowerBound - 1 && end.last <= span.first
          && end.computer.lowercased() != key.computer.lowercased()
        {
          found.insert([key.computer, end.computer])
        }
      }
    }
    return found.sorted { $0.lexicographicallyPrecedes($1) }.map { (from: $0[0], to: $0[1]) }
  }
}
