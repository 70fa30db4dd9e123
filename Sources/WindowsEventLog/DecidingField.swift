/// A number in an event's data that tells how much records of one id matter, such as a logon type.
///
/// A hint that saves reading: a reader that finds the field as a plain number, decimal or hexadecimal, goes by
/// it, and yields the record in every other case.
public struct DecidingField: Sendable, Equatable {
  /// Data/@Name as providers write it.
  public var name: String
  /// Values of the records that are wanted.
  public var wanted: Set<UInt64>
  /// Values of the records that matter only beside others.
  public var supporting: Set<UInt64>

  public init(name: String, wanted: Set<UInt64>, supporting: Set<UInt64> = []) {
    self.name = name
    self.wanted = wanted
    self.supporting = supporting
  }
}

/// How much a record matters to who asked for it.
enum RecordInterest: Int, Comparable {
  case none
  /// Only beside others, and who asks wants to decide later.
  case supporting
  case wanted

  static func < (left: RecordInterest, right: RecordInterest) -> Bool { left.rawValue < right.rawValue }
}
