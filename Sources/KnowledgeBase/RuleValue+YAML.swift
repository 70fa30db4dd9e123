public import EventSignals

/// Why a text is no YAML document.
public struct YAMLFault: Error, Sendable, Hashable, CustomStringConvertible {
  /// Counted from 1, where known.
  public var line: Int?
  public var problem: String

  public var description: String { (line.map { "line \($0): " } ?? "") + problem }
}

extension RuleValue {
  /// Reads a YAML document of the user, with the limits rule files have on size, depth and values.
  public static func reading(yaml text: String) throws(YAMLFault) -> RuleValue {
    do throws(YAMLDocument.Problem) {
      return try YAMLDocument.read(text).0
    } catch {
      throw YAMLFault(line: error.line, problem: error.text)
    }
  }
}
