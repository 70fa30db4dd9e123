/// Texts of which an event must hold one to matter at all, such as the names of a few services.
///
/// A hint that saves reading: a reader that sees that a record holds none of them leaves it out, and yields the
/// record in every other case.
public struct DecidingTexts: Sendable, Hashable {
  /// Whole values of the event's data, or its rendered message, in lower case.
  public var values: Set<String>
  /// Hexadecimal digits in lower case with which the binary part begins.
  public var binaryStarts: Set<String>

  public init(values: Set<String> = [], binaryStarts: Set<String> = []) {
    self.values = values
    self.binaryStarts = binaryStarts
  }
}
