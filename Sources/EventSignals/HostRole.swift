/// What a machine is in a Remote Desktop deployment.
public enum HostRole: String, Sendable, Hashable, Codable, CaseIterable {
  case client
  case sessionHost = "session-host"
  case gateway
  case broker
  case domainController = "domain-controller"
  case licenseServer = "license-server"
}

/// The steps of a connection, in order.
public enum ConnectionPhase: String, Sendable, Hashable, Codable, CaseIterable, Comparable {
  case name
  case tcp
  case tls
  case nla
  case license
  case session
  case end

  public static func < (left: ConnectionPhase, right: ConnectionPhase) -> Bool {
    left.order < right.order
  }

  private var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
