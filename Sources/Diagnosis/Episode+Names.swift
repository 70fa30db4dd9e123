import EventCorrelation
import EventSignals

extension Episode {
  /// The name of the machine in a role, as far as the episode knows one.
  func name(of role: HostRole) -> String? {
    switch role {
    case .client: client
    case .sessionHost: server
    case .gateway: gateway
    case .broker, .domainController, .licenseServer: nil
    }
  }
}
