/// One thing to read, as the user named it or as a folder held it.
public struct Input: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case file(bytes: UInt64)
    /// Standard input or a pipe: what is read of it is gone.
    case stream
  }

  /// What is piped into the command.
  public static let standardInput = Input(path: "-", kind: .stream)

  /// As shown in reports; `-` for standard input.
  public var path: String
  public var kind: Kind

  public init(path: String, kind: Kind) {
    self.path = path
    self.kind = kind
  }

  /// Bytes to read, where known.
  public var bytes: UInt64 {
    switch kind {
    case .file(let bytes): bytes
    case .stream: 0
    }
  }
}
