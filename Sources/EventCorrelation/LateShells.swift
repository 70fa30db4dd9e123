import EventSignals

/// Finds people who log on and wait for minutes until their desktop begins to start, on a host that has been quick.
///
/// One may have a long script or a new profile. Several in a row, and nobody quick after them, are a host that
/// hangs on the way.
enum LateShells {
  /// Sets `endsUnexplained` where that is so.
  static func mark(_ episodes: inout [Episode]) {
    LongWaits(
      begins: StructuralFacts.isLogonOfSession, ends: StructuralFacts.isShellStart, long: 75, together: 3_600,
      row: 2, people: 2
    ).mark(&episodes)
  }
}
