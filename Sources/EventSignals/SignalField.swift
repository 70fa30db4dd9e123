/// The names under which rules hand out an event's values: a closed list.
public enum SignalField: String, Sendable, Hashable, Codable, CodingKeyRepresentable, CaseIterable {
  /// The other end's address, with or without port (host 131 ClientIP, 4625 IpAddress).
  case peer
  /// The target as the user typed it (1024), or the resource asked of a gateway.
  case target
  /// An address the target resolved to (1102), or a host's own address.
  case address
  /// Account name, without domain where they are apart.
  case user
  case domain
  /// Workstation or client computer name as the other end gave it.
  case workstation
  /// Disconnect reason (1026 Value; RdpCoreTS 103 ReasonCode; LSM 40 Reason), as logged.
  case reason
  /// Extended reason or ERRINFO (SetErrorInfo(n)).
  case extended
  /// An HRESULT, Win32 or SSPI code.
  case error
  /// An NTSTATUS, main.
  case status
  /// An NTSTATUS, sub.
  case substatus
  /// A state machine's name (226), and where it was and went.
  case machine
  case previousState = "previous-state"
  case newState = "new-state"
  case transition
  /// `TCP` or `UDP`.
  case transport
  /// Session id.
  case session
  /// LogonId.
  case logon
  case logonType = "logon-type"
  /// A Windows service's name.
  case service
  /// A Windows service's state, localised as logged.
  case state
  /// An executable, or a faulting module.
  case process
  case module
  /// A TLS alert, Schannel state, protocol.
  case alert
  case `protocol`
  /// `client` or `server` in Schannel events.
  case side
  /// Free text that a rule needs, such as a method name.
  case detail
  case port
  case certificate
  /// A queried name (DNS), SPN or key name.
  case name
  /// Instants inside an event: old and new clock, sleep and wake; UTC ISO 8601 as logged.
  case oldTime = "old-time"
  case newTime = "new-time"
  case authority
  case count
}
