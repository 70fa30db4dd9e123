/// Why a report could not be written.
public enum ReportError: Error, Sendable, Hashable {
  /// A template of the HTML report is not the one this version was built with.
  case template(name: String, problem: String)
}

extension ReportError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .template(let name, let problem): "the report template \(name) cannot be used: \(problem)"
    }
  }
}
