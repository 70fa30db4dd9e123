public import Diagnosis
public import WindowsEventLog

/// Which incidents a reader wants to see; evidence is never filtered.
public struct ReportFilter: Sendable, Hashable {
  /// Incidents that end before it are left out.
  public var since: WindowsTime?
  /// Incidents that start after it are left out.
  public var until: WindowsTime?
  /// Names or addresses; an incident stays when one of its machines is among them. Empty keeps all.
  public var hosts: [String]

  public init(since: WindowsTime? = nil, until: WindowsTime? = nil, hosts: [String] = []) {
    self.since = since
    self.until = until
    self.hosts = hosts
  }

  /// The incidents wanted, in the order given.
  ///
  /// `names` gives every other name of a machine, such as an address or its short name.
  public func apply(
    to incidents: [Incident], names: (String) -> [String] = { _ in [] }
  ) -> [Incident] {
    let wanted = Set(hosts.map { $0.lowercased() })
    return incidents.filter { incident in
      if let since, incident.end < since { return false }
      if let until, incident.start > until { return false }
      guard !wanted.isEmpty else { return true }
      let machines =
        [incident.client, incident.server, incident.gateway].compactMap(\.self) + incident.clients
      return machines.contains { machine in
        ([machine] + names(machine)).contains { name in
          wanted.contains(name.lowercased()) || wanted.contains(Self.short(name))
        }
      }
    }
  }

  /// The first label of a name, in lower case; an address stays whole.
  private static func short(_ name: String) -> String {
    let lower = name.lowercased()
    guard let first = lower.split(separator: ".").first, !first.allSatisfy(\.isNumber) else { return lower }
    return String(first)
  }
}
