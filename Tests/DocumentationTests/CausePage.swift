import Diagnosis
import EventSignals
import KnowledgeBase

/// The page of one cause under `docs/causes/`.
struct CausePage {
  let cause: CauseRule
  let knowledge: KnowledgeBase
  let titles: [String: String]

  var text: String {
    var lines = [
      "# \(cause.title)", "", "`\(cause.id)` · \(cause.family)" + phase + nature, "", cause.explanation,
    ]
    lines += section("What proves it", all(cause.evidence.necessary))
    lines += section("What supports it", items(cause.evidence.supporting))
    lines += section("What speaks against it", items(cause.evidence.excluding))
    lines += section("What to do", cause.remedies.enumerated().flatMap(remedy))
    lines += section("How to see that it is fixed", [cause.confirmation])
    lines += section(
      "Advice found elsewhere",
      (cause.folkAdvice ?? []).flatMap { ["**\($0.claim)**", "", "\($0.answer)", ""] })
    lines += section(
      "Which log would decide",
      (cause.collect ?? []).map { "- \(Self.name($0.role)), `\($0.channel)`: \($0.reason)" })
    lines += section("Sources", cause.references.map { "- \($0)" })
    while lines.last?.isEmpty == true { lines.removeLast() }
    let path = "Sources/KnowledgeBase/causes/\(cause.family)/\(cause.id).yml"
    lines += ["", "---", "", "Generated from [`\(path)`](../../\(path)); edit that.", ""]
    return lines.joined(separator: "\n")
  }

  private var phase: String { cause.phase.map { " · fails in the phase \($0.rawValue)" } ?? "" }

  private var nature: String {
    if cause.trigger == true { return " · a trigger: shown beside a cause, never alone" }
    return cause.benign == true ? " · no fault" : ""
  }

  private func section(_ title: String, _ body: [String]) -> [String] {
    body.isEmpty ? [] : ["", "## \(title)", ""] + body
  }

  private func all(_ necessary: CauseRule.Necessary?) -> [String] {
    let all = items(necessary?.all)
    let any = items(necessary?.any)
    if !all.isEmpty, !any.isEmpty { return ["All of:", ""] + all + ["", "and one of:", ""] + any }
    return all.isEmpty ? (any.count > 1 ? ["One of:", ""] + any : any) : all
  }

  private func items(_ items: [EvidenceItem]?) -> [String] {
    (items ?? []).map { item in
      let names = item.signals.map { "`\($0)`" }.joined(separator: ", ")
      let note = item.note ?? item.signals.first.flatMap { titles[$0] } ?? ""
      return "- \(note) (\(Self.strength(item.weight)); \(names)\(conditions(item)))"
    }
  }

  private func conditions(_ item: EvidenceItem) -> String {
    var parts: [String] = []
    if let host = item.host { parts.append("on the \(Self.name(host))") }
    if item.absent == true { parts.append("absent from a log that covers the time") }
    if let count = item.atLeast { parts.append("at least \(count)") }
    for (field, values) in (item.where ?? [:]).sorted(by: { $0.key < $1.key }) {
      parts.append("\(field) \(values.map { "`\($0)`" }.joined(separator: " or "))")
    }
    return parts.isEmpty ? "" : ", " + parts.joined(separator: ", ")
  }

  /// A likelihood ratio as a word.
  private static func strength(_ weight: Double) -> String {
    switch abs(weight) {
    case 5...: "decisive"
    case 2.5..<5: "strong"
    case 1..<2.5: "fair"
    default: "weak"
    }
  }

  private func remedy(_ number: Int, _ remedy: CauseRule.Remedy) -> [String] {
    let risk =
      switch remedy.risk {
      case .none: ""
      case .low: " *(low risk)*"
      case .serviceInterruption: " *(interrupts service)*"
      case .securityDowngrade: " *(weakens security)*"
      case .dataLoss: " *(loses data)*"
      }
    let command = remedy.command.map { ["", "   ```", "   " + $0, "   ```"] } ?? []
    return ["\(number + 1). \(remedy.text)\(risk)"] + command
  }

  private static func name(_ role: HostRole) -> String {
    role.rawValue.split(separator: "-").joined(separator: " ")
  }
}
