import Foundation
import IncidentReport
import Testing

/// Checks reports against `docs/report.schema.json` with the few keywords that file uses; CI does it
/// once more with a full validator.
@Suite struct ReportSchemaTests {
  private static let schema: URL = Golden.folder.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "docs/report.schema.json")

  @Test func `every report keeps the schema`() throws {
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: Self.schema)) as? [String: Any])
    let reports = [
      try SampleReports.diagnosed(), try SampleReports.undetermined(), try SampleReports.benign(),
      try SampleReports.healthy(), try SampleReports.many(30), try SampleHostile.report(),
    ]
    for report in reports {
      let value = try JSONSerialization.jsonObject(with: Data(JSONReportWriter().write(report)))
      #expect(faults(value, root, root, "report").isEmpty)
    }
  }

  @Test func `the check finds a missing and an unknown key`() throws {
    let root = try #require(
      JSONSerialization.jsonObject(with: Data(contentsOf: Self.schema)) as? [String: Any])
    var value = try #require(
      JSONSerialization.jsonObject(with: Data(JSONReportWriter().write(SampleReports.healthy())))
        as? [String: Any])
    value["hosts"] = nil
    value["surprise"] = 1
    value["sources"] = [["path": 7]]
    let found = faults(value, root, root, "report")
    #expect(found.contains("report: hosts is missing"))
    #expect(found.contains("report: surprise is unknown"))
    #expect(found.contains { $0.hasPrefix("report.sources[0].path: is not") })
  }

  private func faults(_ value: Any, _ schema: [String: Any], _ root: [String: Any], _ path: String)
    -> [String]
  {
    if let reference = schema["$ref"] as? String, let name = reference.split(separator: "/").last,
      let definitions = root["$defs"] as? [String: [String: Any]], let target = definitions[String(name)]
    {
      return faults(value, target, root, path)
    }
    if let choices = schema["oneOf"] as? [[String: Any]] {
      let fitting = choices.count { faults(value, $0, root, path).isEmpty }
      return fitting == 1 ? [] : ["\(path): fits \(fitting) of \(choices.count) choices"]
    }
    if let allowed = schema["enum"] as? [Any] {
      let fits = allowed.contains { "\($0)" == "\(value)" }
      return fits ? [] : ["\(path): \(value) is not allowed"]
    }
    if let types = (schema["type"] as? [String]) ?? (schema["type"] as? String).map({ [$0] }) {
      guard types.contains(where: { isOf($0, value) }) else { return ["\(path): is not \(types)"] }
    }
    if let object = value as? [String: Any] { return keys(object, schema, root, path) }
    if let array = value as? [Any], let items = schema["items"] as? [String: Any] {
      return array.enumerated().flatMap { faults($1, items, root, "\(path)[\($0)]") }
    }
    return []
  }

  private func keys(_ object: [String: Any], _ schema: [String: Any], _ root: [String: Any], _ path: String)
    -> [String]
  {
    let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
    var found = (schema["required"] as? [String] ?? []).filter { object[$0] == nil }
      .map { "\(path): \($0) is missing" }
    for (key, value) in object.sorted(by: { $0.key < $1.key }) {
      guard let property = properties[key] else {
        found.append("\(path): \(key) is unknown")
        continue
      }
      found += faults(value, property, root, "\(path).\(key)")
    }
    return found
  }

  private func isOf(_ type: String, _ value: Any) -> Bool {
    switch type {
    case "object": value is [String: Any]
    case "array": value is [Any]
    case "string": value is String
    case "null": value is NSNull
    case "integer", "number": value is NSNumber && !(value is String)
    case "boolean": value is Bool
    default: false
    }
  }
}
