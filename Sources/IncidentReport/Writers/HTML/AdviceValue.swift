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

  /// Only web addresses become links, under what the reference calls them.
  private static func reference(_ text: String) -> TemplateValue {
    var value = TemplateValue()
    let words = text.split(separator: " ", omittingEmptySubsequences: true)
    let address = words.first { $0.hasPrefix("https://") }
    value.text("link", address.map(String.init))
    let called = words.filter { $0 != address }.joined(separator: " ")
    let isAside = called.hasPrefix("(") && called.hasSuffix(")")
    let name = isAside ? String(called.dropFirst().dropLast()) : called
    let place = address.map { Self.place($0) } ?? ""
    value.text("text", name.isEmpty ? place : isAside ? "\(place): \(name)" : name)
    return value
  }

  /// Where an address leads, in words: the site and the page.
  private static func place(_ address: Substring) -> String {
    let parts = address.dropFirst("https://".count).split(separator: "/")
    guard let site = parts.first else { return String(address) }
    return parts.count > 1 ? "\(site) › \(parts[parts.count - 1])" : String(site)
  }
}
