/// What part an event plays in a connection or in the life of a host: a closed list, the only one
/// that correlation knows.
public enum SignalRole: String, Sendable, Hashable, Codable, CaseIterable {
  // The client's view of one connection.
  /// The client set out (RDPClient 1024).
  case attemptStarted = "attempt-started"
  /// Any step in between that neither fails nor finishes.
  case attemptProgress = "attempt-progress"
  /// The client's own state machine failed (226) or a step was refused.
  case attemptFailed = "attempt-failed"
  /// The client is connected (1025, 1027).
  case clientConnected = "client-connected"
  /// The client starts again inside the same ActivityID after a drop.
  case clientReconnecting = "client-reconnecting"
  /// The connection ended for the client (1026).
  case clientDisconnected = "client-disconnected"

  // The session host's view.
  /// A TCP or UDP connection was accepted (RdpCoreTS 131).
  case connectionAccepted = "connection-accepted"
  /// Any step in between that neither fails nor finishes.
  case connectionProgress = "connection-progress"
  /// Security and licensing are done (RdpCoreTS 98, RCM 1149).
  case connectionSecured = "connection-secured"
  /// A transport or protocol error (RdpCoreTS 142, 143, 226, TermDD).
  case connectionError = "connection-error"
  /// The server ended the connection and says why (SetErrorInfo, ReasonCode).
  case connectionClosed = "connection-closed"
  case tlsFailed = "tls-failed"
  case tlsCompleted = "tls-completed"

  // Who is it, and may they?
  case authenticationFailed = "authentication-failed"
  case authenticationSucceeded = "authentication-succeeded"
  case authorizationFailed = "authorization-failed"

  // Licences, sessions.
  case licenseFailed = "license-failed"
  case sessionStarted = "session-started"
  case sessionReconnected = "session-reconnected"
  case sessionDisconnected = "session-disconnected"
  case sessionEnded = "session-ended"
  case sessionFault = "session-fault"

  // RD Gateway and broker.
  case gatewayConnected = "gateway-connected"
  case gatewayAuthorized = "gateway-authorized"
  case gatewayDenied = "gateway-denied"
  case gatewayForwarded = "gateway-forwarded"
  case gatewayFailed = "gateway-failed"
  case gatewayClosed = "gateway-closed"
  case brokerProgress = "broker-progress"
  case brokerFailed = "broker-failed"

  // The host and its services.
  case serviceStarted = "service-started"
  case serviceStopped = "service-stopped"
  case serviceFailed = "service-failed"
  case listenerUp = "listener-up"
  case listenerDown = "listener-down"
  case certificateFault = "certificate-fault"
  case certificateRenewed = "certificate-renewed"
  case hostSuspended = "host-suspended"
  case hostResumed = "host-resumed"
  case hostStopped = "host-stopped"
  case hostStarted = "host-started"
  case hostCrashed = "host-crashed"
  case processCrashed = "process-crashed"
  case resourceFault = "resource-fault"
  case networkFault = "network-fault"
  case networkChanged = "network-changed"
  case firewallBlocked = "firewall-blocked"
  case nameResolutionFailed = "name-resolution-failed"
  case directoryFault = "directory-fault"
  case accountChanged = "account-changed"
  case clockChanged = "clock-changed"
  case logCleared = "log-cleared"
  case policyChanged = "policy-changed"
  case updateInstalled = "update-installed"
  /// An error of Remote Desktop's own providers that no rule knows.
  case unknownFault = "unknown-fault"
  /// Worth showing beside an incident; ties to nothing by itself.
  case context
}
