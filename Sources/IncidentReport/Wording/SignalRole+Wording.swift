import EventSignals

extension SignalRole {
  /// What such an event is on a picture of the timeline.
  var mark: Report.Event.Mark {
    switch self {
    case .attemptStarted, .clientReconnecting, .connectionAccepted: .start
    case .attemptProgress, .connectionProgress, .gatewayForwarded, .gatewayAuthorized, .gatewayConnected,
      .brokerProgress:
      .progress
    case .clientConnected, .connectionSecured, .tlsCompleted, .authenticationSucceeded, .sessionStarted,
      .sessionReconnected, .serviceStarted, .listenerUp, .certificateRenewed, .hostResumed, .hostStarted:
      .success
    case .attemptFailed, .clientDisconnected, .connectionError, .connectionClosed, .tlsFailed,
      .authenticationFailed, .authorizationFailed, .licenseFailed, .gatewayDenied, .gatewayFailed,
      .brokerFailed, .sessionFault:
      .failure
    case .serviceStopped, .serviceFailed, .listenerDown, .certificateFault, .hostSuspended, .hostStopped,
      .hostCrashed, .processCrashed, .resourceFault, .networkFault, .firewallBlocked,
      .nameResolutionFailed, .directoryFault, .unknownFault:
      .fault
    case .networkChanged, .accountChanged, .clockChanged, .logCleared, .policyChanged, .updateInstalled:
      .change
    case .sessionDisconnected, .sessionEnded, .gatewayClosed, .context: .context
    }
  }

  /// Words for the moment, where other events are measured from it: "312 ms after …".
  var anchorPhrase: String? {
    switch self {
    case .attemptStarted: "the client set out"
    case .clientReconnecting: "the client tried again"
    case .connectionAccepted: "the connection was accepted"
    case .gatewayConnected: "the gateway was reached"
    case .sessionStarted: "the session began"
    case .sessionReconnected: "the session was resumed"
    case .clientDisconnected: "the client was disconnected"
    default: nil
    }
  }

  /// Which of several signals of one event names it best; larger is better.
  var tellingness: Int {
    switch mark {
    case .fault: 5
    case .failure: 4
    case .success: 3
    case .start, .change: 2
    case .progress: 1
    case .context: 0
    }
  }
}
