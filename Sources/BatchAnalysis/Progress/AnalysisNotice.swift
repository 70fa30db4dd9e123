/// Something to tell about one input: a value, shown by whoever runs the analysis.
public struct AnalysisNotice: Sendable, Hashable, Codable {
  public var path: String
  public var kind: Kind
  /// What is the matter and what to do.
  public var message: String

  /// How much it matters.
  public enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    /// The path names nothing.
    case missing
    /// The input gave nothing.
    case unreadable
    /// The input was read, and part of it could not be.
    case damaged
    /// Deliberately left out.
    case skipped
  }

  public init(path: String, kind: Kind, message: String) {
    self.path = path
    self.kind = kind
    self.message = message
  }
}
