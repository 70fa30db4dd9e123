/// Why a log could not be read at all, or no further.
public enum EventLogError: Error, Sendable, Hashable {
  /// The file could not be opened or read; the system's words.
  case unreadable(path: String, offset: UInt64, reason: String)
  /// There is not one byte in it.
  case empty(path: String)
  /// The bytes are something else; `found` names it, `advice` says how to export the log instead.
  case notAnEventLog(path: String, found: String, advice: String)
}

extension EventLogError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let path, let offset, let reason):
      "\(path): cannot be read at byte \(offset): \(reason)"
    case .empty(let path):
      "\(path): the file is empty; export the log again"
    case .notAnEventLog(let path, let found, let advice):
      "\(path): \(found), not an exported event log; \(advice)"
    }
  }
}
