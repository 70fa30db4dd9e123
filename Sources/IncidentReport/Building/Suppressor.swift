public import Diagnosis
public import WindowsEventLog

/// Takes known and accepted incidents out of a report, and keeps the account of it.
public struct Suppressor: Sendable {
  public var entries: [Suppression]
  /// The instant expiry is measured at; given, so that a report can be made again.
  public var now: WindowsTime

  public init(entries: [Suppression], now: WindowsTime) {
    self.entries = entries
    self.now = now
  }

  /// The incidents left, and what each entry did, in the order of the file.
  ///
  /// An incident that several entries cover is counted for the first of them.
  public func apply(
    to incidents: [Incident], clock: ReportClock = .utc
  ) -> (kept: [Incident], suppressed: [Report.Suppressed]) {
    var shown = entries.map { entry in
      var line = Report.Suppressed(reason: entry.reason, expired: isExpired(entry))
      line.cause = entry.cause
      line.server = entry.server
      line.client = entry.client
      line.from = entry.from
      line.until = entry.until
      line.expires = entry.expires
      return line
    }
    var kept: [Incident] = []
    for incident in incidents {
      guard let index = entries.firstIndex(where: { !isExpired($0) && $0.covers(incident) }) else {
        kept.append(incident)
        continue
      }
      shown[index].incidents.append(
        Report.Suppressed.Hushed(
          start: incident.start, cause: incident.hypotheses.first?.cause ?? "", server: incident.server,
          client: incident.client))
    }
    for index in shown.indices { shown[index].text = text(shown[index], clock) }
    return (kept, shown)
  }

  private func isExpired(_ entry: Suppression) -> Bool { entry.expires.map { $0 <= now } ?? false }

  private func text(_ entry: Report.Suppressed, _ clock: ReportClock) -> String {
    if entry.expired, let expires = entry.expires {
      return "Expired on \(clock.sentence(expires)): hushes nothing any more."
    }
    let until = entry.expires.map { " Expires on \(clock.sentence($0))." } ?? ""
    let hushed = entry.incidents.count
    return (hushed == 0 ? "Hushed nothing." : "Hushed \(Amount.counted(hushed, "incident")).") + until
  }
}
