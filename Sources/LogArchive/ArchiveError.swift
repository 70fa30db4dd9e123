/// Why an archive, or one member of it, could not be read.
public enum ArchiveError: Error, Sendable, Hashable {
  /// The file could not be opened; the system's words.
  case unreadable(path: String, reason: String)
  /// The archive is damaged at or after some member; the library's words.
  case corrupt(path: String, reason: String)
  /// The content is encrypted.
  case encrypted(path: String)
  /// One of `ArchiveLimits` was reached.
  case overLimit(path: String, limit: ArchiveLimits.Limit)
  /// An archive inside an archive inside an archive.
  case nestedTooDeep(path: String)
}

extension ArchiveError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let path, let reason):
      "\(path): the archive cannot be opened: \(reason)"
    case .corrupt(let path, let reason):
      "\(path): the archive is damaged (\(reason)); what came before is used, pack the logs again for the rest"
    case .encrypted(let path):
      "\(path): is encrypted; unpack it with its password and give the logs themselves"
    case .overLimit(let path, let limit):
      "\(path): \(limit.sentence); unpack it yourself if you trust it and give the logs themselves"
    case .nestedTooDeep(let path):
      "\(path): lies in an archive inside an archive; unpack the outer one and give it again"
    }
  }
}
