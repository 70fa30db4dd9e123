/// Why a report could not be made or written.
public enum ReportError: Error, Sendable, Hashable {
  /// A template of the HTML report is not the one this version was built with.
  case template(name: String, problem: String)
  /// An entry of a suppression file means nothing; `place` names file and entry.
  case suppression(place: String, problem: String)
}

extension ReportError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .template(let name, let problem): "the report template \(name) cannot be used: \(problem)"
    case .suppression(let place, let problem): "\(place): \(problem)"
    }
  }
}
