public import WindowsEventLog

/// Which records `faultline events` writes; every condition given must hold.
public struct RecordFilter: Sendable, Hashable {
  /// Parts of provider names, any of them, without regard to case; empty for all.
  public var providers: [String]
  public var eventIDs: Set<UInt32>
  /// Parts of channel names.
  public var channels: [String]
  /// Computer names, with or without their domain.
  public var hosts: [String]
  /// As logged.
  public var since: WindowsTime?
  public var until: WindowsTime?

  public init(
    providers: [String] = [], eventIDs: Set<UInt32> = [], channels: [String] = [], hosts: [String] = [],
    since: WindowsTime? = nil, until: WindowsTime? = nil
  ) {
    self.providers = providers.map { $0.lowercased() }
    self.eventIDs = eventIDs
    self.channels = channels.map { $0.lowercased() }
    self.hosts = hosts.map { $0.lowercased() }
    self.since = since
    self.until = until
  }

  public func wants(_ record: EventRecord) -> Bool {
    if !eventIDs.isEmpty, !eventIDs.contains(record.eventID) { return false }
    if !providers.isEmpty {
      let names = [record.provider, record.eventSourceName ?? ""].map { $0.lowercased() }
      guard providers.contains(where: { wanted in names.contains { $0.contains(wanted) } }) else {
        return false
      }
    }
    if !channels.isEmpty {
      let channel = record.channel.lowercased()
      guard channels.contains(where: { channel.contains($0) }) else { return false }
    }
    if !hosts.isEmpty {
      let computer = record.computer.lowercased()
      guard hosts.contains(where: { computer == $0 || computer.hasPrefix($0 + ".") }) else { return false }
    }
    if since != nil || until != nil {
      guard let time = record.time else { return false }
      if let since, time < since { return false }
      if let until, time > until { return false }
    }
    return true
  }
}
