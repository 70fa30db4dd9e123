public import KnowledgeBase

/// A list of rules in text.
public struct RuleListText: Sendable {
  private let rules: [RuleListing]

  public init(_ rules: [RuleListing]) { self.rules = rules }

  /// A line a rule: kind, id, title.
  public var text: String {
    var page = TextPage(width: 100)
    page.table(rules.map { [$0.kind.rawValue, $0.id, $0.title] })
    return page.text
  }
}
