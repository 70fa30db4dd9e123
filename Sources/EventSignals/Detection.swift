/// What a record must look like: named searches and a condition over them (Sigma specification 2).
public struct Detection: Sendable, Hashable {
  /// As authored.
  public let document: RuleValue
  /// In the order of their names.
  var searches: [Search]
  let condition: Condition

  init(document: RuleValue, searches: [Search], condition: Condition) {
    self.document = document
    self.searches = searches
    self.condition = condition
  }

  /// Whether a record is what is looked for.
  public func matches(_ fields: RecordFields) -> Bool {
    condition.holds { searches[$0].matches(fields) }
  }

  /// Two are equal when they were written the same.
  public static func == (left: Detection, right: Detection) -> Bool { left.document == right.document }

  public func hash(into hasher: inout Hasher) { hasher.combine(document) }

  /// The names of its searches that the condition never asks.
  public var unusedSearches: [String] {
    let used = condition.searches
    return searches.indices.filter { !used.contains($0) }.map { searches[$0].name }
  }
}
