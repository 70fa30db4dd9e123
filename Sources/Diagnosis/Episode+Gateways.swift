import EventCorrelation
import EventSignals

extension Episode {
  /// Whether a gateway gave up on the machine, which saw nothing of it.
  var neverArrived: Bool { endsAtGateway(with: .gatewayFailed) }

  /// Whether a gateway turned somebody away without asking the machine behind it.
  var isTurnedAway: Bool { endsAtGateway(with: .gatewayDenied) }

  private func endsAtGateway(with end: SignalRole) -> Bool {
    var isOver = false
    for member in members {
      switch member.signal.role {
      case end: isOver = true
      case .gatewayForwarded, .gatewayClosed, .clientConnected: return false
      default: if member.host == serverHost { return false }
      }
    }
    return isOver
  }
}
