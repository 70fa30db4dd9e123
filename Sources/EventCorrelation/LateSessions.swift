import EventSignals

/// Finds people whose name and password were taken and who wait for minutes until they have a session, on a host that
/// has been quick.
///
/// One may have left the machine in between. Several in a row, and nobody quick after them, wait for something that
/// the host waits for itself: a licence, a controller, an old session.
enum LateSessions {
  /// Sets `endsUnexplained` where that is so; the network logon counts that names somebody.
  static func mark(_ episodes: inout [Episode]) {
    LongWaits(
      begins: { $0.role == .connectionSecured && AccountName($0[.user]) != nil },
      ends: StructuralFacts.isLogonOfSession, long: 120, together: 7_200, row: 3, people: 2
    ).mark(&episodes)
  }
}
