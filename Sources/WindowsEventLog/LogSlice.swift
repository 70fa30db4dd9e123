/// A stretch of a large log that can be read on its own: it begins where a record begins.
public struct LogSlice: Sendable, Hashable {
  /// Bytes from the start of the file.
  public let offset: UInt64
  /// Bytes of the stretch.
  public let length: UInt64
  /// What the file's first bytes say, which a later stretch cannot know.
  let head: SourceHead

  /// Another stretch of the same file, which begins where a record begins and ends where one ends.
  public func other(offset: UInt64, length: UInt64) -> LogSlice {
    LogSlice(offset: offset, length: length, head: head)
  }
}
