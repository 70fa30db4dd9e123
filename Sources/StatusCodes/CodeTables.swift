/// The built-in tables, parsed when they are first asked for.
enum CodeTables {
  /// By rank.
  static let families: [CodeFamily] = {
    let table = CommaSeparatedValues(file("families"))
    return table.rows.map { row in
      CodeFamily(
        id: table.cell("family", of: row), title: table.cell("title", of: row),
        place: table.cell("where", of: row), rank: Int(table.cell("rank", of: row)) ?? .max)
    }.sorted()
  }()

  /// Every code, by family, then value.
  static let codes: [StatusCode] = families.flatMap { family in
    let table = CommaSeparatedValues(file(family.id))
    return table.rows.compactMap { row in
      CodeNumber.parse(table.cell("code", of: row)).map { value in
        StatusCode(
          value: value, family: family, symbol: present(table.cell("symbol", of: row)),
          meaning: table.cell("meaning", of: row), limits: present(table.cell("limits", of: row)),
          seen: present(table.cell("seen", of: row)),
          source: sources[table.cell("source", of: row)] ?? table.cell("source", of: row),
          grade: StatusCode.Grade(rawValue: table.cell("grade", of: row)) ?? .recalled)
      }
    }
  }

  /// Places in `codes` by value, each list by family.
  static let places: [UInt32: [Int]] = Dictionary(
    grouping: codes.indices, by: { codes[$0].value })

  private static let sources: [String: String] = {
    let table = CommaSeparatedValues(file("sources"))
    return Dictionary(
      table.rows.map { (table.cell("source", of: $0), table.cell("reference", of: $0)) },
      uniquingKeysWith: { first, _ in first })
  }()

  private static func present(_ text: String) -> String? { text.isEmpty ? nil : text }

  private static func file(_ name: String) -> StaticString {
    let path = "Tables/\(name).csv"
    return EmbeddedFiles.files.first { $0.path.description == path }?.content ?? ""
  }
}
