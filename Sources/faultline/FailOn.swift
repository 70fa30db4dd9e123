import ArgumentParser
import Diagnosis

/// What makes a run end with status 1.
enum FailOn: String, ExpressibleByArgument, CaseIterable {
  case never
  case incident
  case diagnosed

  func isMet(by verdicts: [Incident.Verdict]) -> Bool {
    switch self {
    case .never: false
    case .incident: verdicts.contains { $0 != .benign }
    case .diagnosed: verdicts.contains(.diagnosed)
    }
  }
}
