import Diagnosis
import EventSignals
import KnowledgeBase
import StatusCodes

/// Every generated page under `docs/`, by path below it.
struct GeneratedPages {
  let knowledge: KnowledgeBase

  var pages: [String: String] {
    var pages: [String: String] = ["causes/index.md": causeIndex, "codes/index.md": codeIndex]
    let titles = Dictionary(uniqueKeysWithValues: knowledge.signals.map { ($0.name, $0.title) })
    for cause in knowledge.causes {
      pages["causes/\(cause.id).md"] = CausePage(cause: cause, knowledge: knowledge, titles: titles).text
    }
    for family in StatusCodes.families { pages["codes/\(family.id).md"] = codePage(family) }
    return pages
  }

  private var causeIndex: String {
    var lines = [
      "# Root causes", "",
      "What Faultline can name as the reason for a failed or lost Remote Desktop connection. Each page says what",
      "proves the cause, what speaks against it, and what to do.",
    ]
    for family in Set(knowledge.causes.map(\.family)).sorted() {
      lines += ["", "## \(family)", ""]
      for cause in knowledge.causes where cause.family == family {
        let meaning = knowledge.names.entries.first { $0.id == cause.id }?.meaning ?? cause.title
        lines.append("- [\(cause.title)](\(cause.id).md): \(meaning)")
      }
    }
    return (lines + ["", "Generated from `Sources/KnowledgeBase/causes/`; edit that.", ""]).joined(
      separator: "\n")
  }

  private var codeIndex: String {
    var lines = [
      "# Codes", "",
      "What the numbers in Remote Desktop logs mean, and what they do not prove. `faultline explain CODE` finds",
      "them in every notation.", "", "| family | codes | where they appear |", "| --- | --- | --- |",
    ]
    for family in StatusCodes.families.sorted() {
      let count = StatusCodes.all.count { $0.family == family }
      lines.append("| [\(family.title)](\(family.id).md) | \(count) | \(Self.cell(family.place)) |")
    }
    return (lines + ["", "Generated from `Sources/StatusCodes/Tables/`; edit that.", ""]).joined(
      separator: "\n")
  }

  private func codePage(_ family: CodeFamily) -> String {
    var lines = [
      "# \(family.title)", "", family.place, "",
      "| code | decimal | name | meaning | what it does not prove |",
      "| --- | --- | --- | --- | --- |",
    ]
    for code in StatusCodes.all.filter({ $0.family == family }).sorted(by: { $0.value < $1.value }) {
      lines.append(
        "| \(code.hexadecimal) | \(code.value) | \(code.symbol.map { "`\($0)`" } ?? "") | "
          + "\(Self.cell(code.meaning)) | \(Self.cell(code.limits ?? "")) |")
    }
    let path = "Sources/StatusCodes/Tables/\(family.id).csv"
    return (lines + ["", "Generated from [`\(path)`](../../\(path)); edit that.", ""]).joined(separator: "\n")
  }

  /// A text inside a table.
  private static func cell(_ text: String) -> String {
    text.split(separator: "|", omittingEmptySubsequences: false).joined(separator: "\\|")
  }
}
