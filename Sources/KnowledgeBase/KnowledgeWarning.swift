/// A rule file that was left out, or a doubtful place in one: never fatal.
public struct KnowledgeWarning: Sendable, Hashable {
  /// The file as found below the folder given.
  public var path: String
  /// Line and column of the place, counted from 1, where known.
  public var line: Int?
  public var column: Int?
  /// What is wrong and what is allowed.
  public var message: String

  public init(path: String, line: Int? = nil, column: Int? = nil, message: String) {
    self.path = path
    self.line = line
    self.column = column
    self.message = message
  }
}

extension KnowledgeWarning: CustomStringConvertible {
  public var description: String {
    let place = [line, column].compactMap { $0 }.map { ":\($0)" }.joined()
    return "\(path)\(place): \(message)"
  }
}
