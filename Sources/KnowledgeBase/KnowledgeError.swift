/// Why knowledge could not be had at all.
public enum KnowledgeError: Error, Sendable, Hashable {
  /// A built-in file does not read: the program itself is at fault.
  case damagedBuiltIn(path: String, reason: String)
  /// A folder of rules does not exist or cannot be listed.
  case unreadableFolder(path: String, reason: String)
}

extension KnowledgeError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .damagedBuiltIn(let path, let reason):
      "built-in knowledge \(path) is damaged: \(reason); install the program again"
    case .unreadableFolder(let path, let reason):
      "\(path): \(reason); give a folder that holds rules as .yml files"
    }
  }
}
