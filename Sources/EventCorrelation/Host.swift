public import EventSignals

/// A machine of the site, under every name and address the logs give it.
public struct Host: Sendable, Hashable {
  /// The name shown: the fullest Computer name logged, else a name or address only others mention.
  public var name: String
  /// Every other name and address, sorted.
  public var aliases: [String]
  /// What the logs prove it to be, in the order of `HostRole`.
  public var roles: [HostRole]
  public var clock: HostClock
  /// Whether any log of this host was supplied.
  public var hasLogs: Bool

  public init(
    name: String, aliases: [String] = [], roles: [HostRole] = [], clock: HostClock = .assumed,
    hasLogs: Bool = true
  ) {
    self.name = name
    self.aliases = aliases
    self.roles = roles
    self.clock = clock
    self.hasLogs = hasLogs
  }
}
