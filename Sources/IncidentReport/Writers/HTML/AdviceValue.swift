import Diagnosis

/// Steps of a repair and what belongs to them, as the template `advice` shows them.
struct AdviceValue {
  var remedies: [Report.Remedy]
  var confirmation: String
  var folkAdvice: [Report.FolkAdvice]
  var references: [String]

  /// Puts them in.
  func fill(_ value: inout TemplateValue) {
    value.list("remedies", remedies.map(Self.step))
    value.flag("hasRemedies", !remedies.isEmpty)
    value.text("confirmation", confirmation)
    value.list(
      "folk",
      folkAdvice.map { advice in
        var pair = TemplateValue()
        pair.text("claim", advice.claim)
        pair.text("answer", advice.answer)
        return pair
      })
    value.list("references", references.map(Self.reference))
    value.flag("hasReferences", !references.isEmpty)
  }

  static func step(_ remedy: Report.Remedy) -> TemplateValue {
    var step = TemplateValue()
    step.text("risk", remedy.risk.rawValue)
    step.text("riskText", remedy.riskText)
    step.text("text", remedy.text)
    step.text("command", remedy.command)
    return step
  }

  /// Only web addresses become links.
  private static func reference(_ text: String) -> TemplateValue {
    var value = TemplateValue()
    let isLink = text.hasPrefix("https://") && !text.contains { $0.isWhitespace }
    value.flag("link", isLink)
    value.text("text", text)
    return value
  }
}
