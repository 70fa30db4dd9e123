import WindowsEventLog

extension Suppression {
  /// Reads an entry of a suppression file: `cause`, `server`, `client`, `from`, `until`, `reason`, `expires`.
  ///
  /// `place` names file and entry in the error, which says what to change.
  public init(entry: [String: String], place: String) throws(ReportError) {
    let known: Set = ["cause", "server", "client", "from", "until", "reason", "expires"]
    if let odd = entry.keys.filter({ !known.contains($0) }).min() {
      throw .suppression(
        place: place, problem: "`\(odd)` is no key; there are \(known.sorted().joined(separator: ", "))")
    }
    guard let reason = entry["reason"], !reason.isEmpty else {
      throw .suppression(place: place, problem: "`reason` is missing; say why it is accepted")
    }
    self.init(reason: reason, cause: entry["cause"], server: entry["server"], client: entry["client"])
    from = try Self.time(entry["from"], "from", place)
    until = try Self.time(entry["until"], "until", place)
    expires = try Self.time(entry["expires"], "expires", place)
    guard cause != nil || server != nil || client != nil || from != nil || until != nil else {
      throw .suppression(
        place: place, problem: "it would hush nothing; give a cause, server, client or time span")
    }
  }

  private static func time(
    _ text: String?, _ key: String, _ place: String
  ) throws(ReportError) -> WindowsTime? {
    guard let text else { return nil }
    guard let time = WindowsTime(iso8601: text) else {
      throw .suppression(place: place, problem: "`\(key)` must be a time such as 2026-04-01T00:00:00Z")
    }
    return time
  }
}
