/// How much an archive may hold before it is taken for a bomb.
public struct ArchiveLimits: Sendable, Hashable {
  /// Members of one archive, its nested archives' included.
  public var entries: Int
  /// Bytes of all members together.
  public var totalBytes: UInt64
  /// Bytes given out for each byte of the archive, once `ratioFloor` bytes were given out.
  public var ratio: UInt64
  /// Bytes below which no ratio is looked at: mostly empty binary logs shrink enormously.
  public var ratioFloor: UInt64

  /// 100,000 members, 256 GiB in all, 1:1000 beyond 256 MiB.
  public init(
    entries: Int = 100_000, totalBytes: UInt64 = 256 << 30, ratio: UInt64 = 1000,
    ratioFloor: UInt64 = 256 << 20
  ) {
    self.entries = entries
    self.totalBytes = totalBytes
    self.ratio = ratio
    self.ratioFloor = ratioFloor
  }

  /// Which limit was reached, and its value.
  public enum Limit: Sendable, Hashable {
    case entries(Int)
    case totalBytes(UInt64)
    case ratio(UInt64)

    var sentence: String {
      switch self {
      case .entries(let count): "holds more than \(count) members"
      case .totalBytes(let bytes): "unpacks to more than \(bytes >> 30) GiB"
      case .ratio(let ratio): "unpacks to more than \(ratio) times its size, as an archive bomb does"
      }
    }
  }
}
