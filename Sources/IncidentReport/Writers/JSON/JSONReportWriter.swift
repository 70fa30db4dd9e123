import Diagnosis
import EventCorrelation
import EventSignals
import WindowsEventLog

/// The JSON report: a promise to programs, described by `docs/report.schema.json`.
///
/// Keys keep their order; times are UTC with seven digits; the same report gives the same bytes.
public struct JSONReportWriter: ReportWriter {
  public static let format = "json"

  public init() {}

  public func write(_ report: Report) -> [UInt8] {
    var text = JSONText(capacity: 4_096 + report.incidents.count * 8_192)
    text.object { text in
      text.key("schemaVersion")
      text.integer(1)
      text.key("generator")
      text.object(inline: true) {
        $0.member("name", report.generator.name)
        $0.member("version", report.generator.version)
      }
      text.member("headline", report.headline)
      text.member("timeZone", report.clock.label)
      text.key("redacted")
      text.bool(report.redacted)
      text.member("referenceHost", report.referenceHost)
      text.list("sources", report.sources) { $0.source($1) }
      text.list("hosts", report.hosts) { $0.host($1) }
      text.list("incidents", report.incidents) { $0.incident($1) }
      text.list("coverage", report.coverage) { $0.coverage($1) }
      text.list("suppressed", report.suppressed) { $0.suppressed($1) }
      text.list("warnings", report.warnings) { text, warning in
        text.object(inline: true) {
          $0.member("path", warning.path)
          $0.member("message", warning.message)
        }
      }
      text.key("overview")
      text.overview(report.overview)
    }
    return text.bytes + [UInt8(ascii: "\n")]
  }
}

extension JSONText {
  mutating func member(_ name: StaticString, _ value: String) {
    key(name)
    string(value)
  }

  mutating func member(_ name: StaticString, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  mutating func member(_ name: StaticString, _ value: UInt32?) {
    key(name)
    if let value { integer(value) } else { null() }
  }

  mutating func member(_ name: StaticString, _ value: WindowsTime?) {
    key(name)
    if let value { string(value.iso8601) } else { null() }
  }

  mutating func member(_ name: StaticString, _ values: [String]) {
    key(name)
    array(inline: true) { text in for value in values { text.string(value) } }
  }

  mutating func list<Element>(
    _ name: StaticString, _ elements: [Element], _ body: (inout JSONText, Element) -> Void
  ) {
    key(name)
    array { text in for element in elements { body(&text, element) } }
  }
}
