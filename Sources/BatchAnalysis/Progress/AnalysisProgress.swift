/// How far a run has come.
public struct AnalysisProgress: Sendable, Hashable {
  public var filesDone: Int
  public var filesTotal: Int
  public var bytesDone: UInt64
  /// Bytes of all files; standard input does not count.
  public var bytesTotal: UInt64
  public var records: UInt64

  public init(
    filesDone: Int = 0, filesTotal: Int = 0, bytesDone: UInt64 = 0, bytesTotal: UInt64 = 0,
    records: UInt64 = 0
  ) {
    self.filesDone = filesDone
    self.filesTotal = filesTotal
    self.bytesDone = bytesDone
    self.bytesTotal = bytesTotal
    self.records = records
  }

  /// Bytes done of all bytes, 0 to 1.
  public var fraction: Double {
    bytesTotal == 0 ? 0 : min(1, Double(bytesDone) / Double(bytesTotal))
  }
}
