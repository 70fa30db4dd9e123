import Diagnosis

extension CauseRule.Remedy.Risk {
  /// What stands on the badge.
  var badge: String {
    switch self {
    case .none: "no risk"
    case .low: "low risk"
    case .serviceInterruption: "interrupts service"
    case .securityDowngrade: "weakens security"
    case .dataLoss: "can lose data"
    }
  }
}
