public import EventSignals

extension SignalRole {
  /// Whether such an event is about the machine rather than about one connection to it.
  public var concernsHost: Bool {
    switch self {
    case .serviceStarted, .serviceStopped, .serviceFailed, .listenerUp, .listenerDown, .certificateFault,
      .certificateRenewed, .hostSuspended, .hostResumed, .hostStopped, .hostStarted, .hostCrashed,
      .processCrashed, .resourceFault, .networkFault, .networkChanged, .firewallBlocked,
      .nameResolutionFailed, .directoryFault, .accountChanged, .clockChanged, .logCleared,
      .policyChanged, .updateInstalled, .context:
      true
    default: false
    }
  }
}
