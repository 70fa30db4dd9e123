import EventSignals
import WindowsEventLog

/// Small rules and records made in a line, so that a test shows only what it is about.
enum RuleMaking {
  /// A rule from the JSON of its searches; the condition defaults to `selection`.
  static func rule(
    _ searches: String, condition: String = "selection", name: String = "test-1",
    meaning: String = #""summary": "It happened""#
  ) throws -> SignalRule {
    let json = """
      {"title": "A test", "id": "7f0cbd2c-1111-4222-8333-444455556666", "name": "\(name)",
       "logsource": {"product": "windows", "service": "test"},
       "detection": {\(searches), "condition": "\(condition)"},
       "faultline": {"role": "context", \(meaning)}}
      """
    guard let document = RuleValue(json: json) else { throw NotJSON(text: json) }
    return try SignalRule(document)
  }

  /// Whether lines of a search, beside the provider's, match a record.
  static func matches(_ lines: String, _ record: EventRecord) throws -> Bool {
    let rule = try rule(#""selection": {"Provider_Name": "Contoso-Test", \#(lines)}"#)
    return rule.detection.matches(RecordFields(record))
  }

  struct NotJSON: Error {
    var text: String
  }

  /// A record of the provider `Contoso-Test`.
  static func record(
    _ data: KeyValuePairs<String, String> = [:], unnamed: [String] = [], id: UInt32 = 100
  ) -> EventRecord {
    var record = EventRecord(
      provider: "Contoso-Test", eventID: id, channel: "Contoso/Operational", computer: "HOST1.contoso.example"
    )
    record.container = .eventData
    record.time = WindowsTime(ticks: 133_000_000_000_000_000)
    record.recordID = 7
    record.level = 3
    record.data =
      data.map { EventRecord.DataItem(name: $0.key, value: $0.value) }
      + unnamed.map { EventRecord.DataItem(name: nil, value: $0) }
    return record
  }
}
