public import EventCorrelation
public import EventSignals

extension Report {
  /// A machine of the site.
  public struct Host: Sendable, Hashable {
    public var name: String
    public var aliases: [String]
    public var roles: [HostRole]
    public var clock: HostClock
    public var hasLogs: Bool
    /// Such as "2.500 s ahead of DC01 (± 0.1 s, from linked events)".
    public var clockText: String

    public init(name: String, aliases: [String], roles: [HostRole], clock: HostClock, hasLogs: Bool) {
      self.name = name
      self.aliases = aliases
      self.roles = roles
      self.clock = clock
      self.hasLogs = hasLogs
      clockText = ""
    }
  }
}
