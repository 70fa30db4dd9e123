import Foundation
import IncidentReport
import Testing

@Suite struct JSONReportWriterTests {
  private func parsed(_ report: Report) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(JSONReportWriter().write(report)))
    return try #require(object as? [String: Any])
  }

  @Test func `is JSON with the promised keys`() throws {
    let report = try parsed(SampleReports.diagnosed())
    for key in [
      "schemaVersion", "generator", "referenceHost", "sources", "hosts", "incidents", "coverage",
      "suppressed",
      "warnings",
    ] {
      #expect(report[key] != nil, "\(key)")
    }
    let incidents = try #require(report["incidents"] as? [[String: Any]])
    let incident = try #require(incidents.first)
    for key in [
      "id", "verdict", "start", "end", "client", "clients", "server", "gateway", "user", "disconnect",
      "attempts",
      "hypotheses", "unexplained", "triggers", "remedies", "collectNext",
    ] {
      #expect(incident[key] != nil, "\(key)")
    }
    #expect(incident["gateway"] is NSNull)
    let hypotheses = try #require(incident["hypotheses"] as? [[String: Any]])
    let evidence = try #require(hypotheses.first?["evidence"] as? [[String: Any]])
    let event = try #require(evidence.first?["event"] as? [String: Any])
    for key in [
      "source", "offset", "host", "channel", "provider", "eventID", "recordID", "time", "rawTime", "summary",
    ] {
      #expect(event[key] != nil, "\(key)")
    }
    #expect(event["time"] as? String == "2026-03-02T08:14:07.3530000Z")
    #expect(event["rawTime"] as? String == "2026-03-02T08:14:09.8530000Z")
    #expect(evidence.first?["gap"] as? String == "312 ms after the connection was accepted")
  }

  @Test func `numbers incidents by start`() throws {
    let report = try parsed(SampleReports.diagnosed())
    let incidents = try #require(report["incidents"] as? [[String: Any]])
    #expect(incidents.first?["id"] as? String == "INC-0001")
  }

  @Test func `confidences and the unexplained rest make 1`() throws {
    for report in [try SampleReports.diagnosed(), try SampleReports.undetermined()] {
      for incident in report.incidents {
        let sum = incident.hypotheses.reduce(incident.unexplained) { $0 + $1.confidence }
        #expect(abs(sum - 1) < 0.001)
      }
    }
  }

  @Test func `escapes what strangers wrote`() throws {
    var report = try SampleReports.healthy()
    report.headline = "\u{1B}[31m\"quoted\"\\ \u{202E}\u{0}\u{2028}é😀"
    let bytes = JSONReportWriter().write(report)
    #expect(!bytes.contains(0x1B) && !bytes.contains(0))
    #expect(try parsed(report)["headline"] as? String == report.headline)
  }
}
