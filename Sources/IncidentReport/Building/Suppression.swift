public import Diagnosis
public import WindowsEventLog

/// One entry of a suppression file: incidents that are known and accepted.
///
/// An incident is hushed when every condition given holds; an entry without a condition hushes nothing.
public struct Suppression: Sendable, Hashable {
  /// A cause id, `*` at the end for any ending; compared with the first cause.
  public var cause: String?
  /// Machine names, `*` for any run of characters.
  public var server: String?
  public var client: String?
  /// Incidents that lie wholly inside.
  public var from: WindowsTime?
  public var until: WindowsTime?
  /// Why it is accepted; the report shows it.
  public var reason: String
  /// From then on the entry hushes nothing.
  public var expires: WindowsTime?

  public init(
    reason: String, cause: String? = nil, server: String? = nil, client: String? = nil,
    from: WindowsTime? = nil, until: WindowsTime? = nil, expires: WindowsTime? = nil
  ) {
    self.reason = reason
    self.cause = cause
    self.server = server
    self.client = client
    self.from = from
    self.until = until
    self.expires = expires
  }

  /// Whether it hushes an incident, expiry aside.
  public func covers(_ incident: Incident) -> Bool {
    guard cause != nil || server != nil || client != nil || from != nil || until != nil else { return false }
    if let cause {
      guard let first = incident.hypotheses.first?.cause, NamePattern(cause).matches(first) else {
        return false
      }
    }
    if let server {
      guard let name = incident.server, NamePattern(server).matches(name) else { return false }
    }
    if let client {
      let pattern = NamePattern(client)
      let names = incident.clients.isEmpty ? [incident.client].compactMap(\.self) : incident.clients
      // Every client hit must be an accepted one: a new one is news.
      guard !names.isEmpty, names.allSatisfy(pattern.matches) else { return false }
    }
    if let from, incident.start < from { return false }
    if let until, incident.end > until { return false }
    return true
  }
}

/// A name with `*` standing for any run of characters, without regard to case.
struct NamePattern {
  private let parts: [Substring]

  init(_ pattern: String) {
    parts = pattern.lowercased().split(separator: "*", omittingEmptySubsequences: false)
  }

  func matches(_ name: String) -> Bool {
    var rest = name.lowercased()[...]
    guard let first = parts.first, rest.hasPrefix(first) else { return false }
    guard parts.count > 1 else { return rest.count == first.count }
    rest = rest.dropFirst(first.count)
    for part in parts.dropFirst().dropLast() {
      guard !part.isEmpty else { continue }
      guard let found = rest.firstRange(of: part) else { return false }
      rest = rest[found.upperBound...]
    }
    return rest.hasSuffix(parts[parts.count - 1])
  }
}
