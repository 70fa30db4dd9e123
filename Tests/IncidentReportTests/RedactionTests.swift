import Diagnosis
import EventCorrelation
import EventSignals
import Foundation
import IncidentReport
import Testing
import WindowsEventLog

@Suite struct RedactionTests {
  private func redacted() throws -> (bytes: String, key: RedactionKey) {
    let input = try SampleReports.diagnosedInput()
    var redaction = Redaction(input: input)
    let report = Report(input: input).redacted(by: &redaction)
    var all: [UInt8] = []
    all += JSONReportWriter().write(report)
    all += TextReportWriter().write(report)
    all += MarkdownReportWriter().write(report)
    all += CSVReportWriter().write(report)
    return (String(decoding: all, as: UTF8.self), redaction.key)
  }

  @Test(arguments: [
    "jane.doe", "CONTOSO", "contoso.example", "CLIENT7", "SRV01", "SRV02", "DC01", "10.20.0.77", "10.20.0.11",
    "rdpclient.xml", "srv01",
  ])
  func `no format shows a name`(_ name: String) throws {
    let text = try redacted().bytes
    #expect(!text.lowercased().contains(name.lowercased()))
  }

  @Test func `one name has one pseudonym, and the key tells it`() throws {
    let key = try redacted().key
    let host = try #require(key.entries.first { $0.name == "SRV01.contoso.example" })
    let short = try #require(key.entries.first { $0.name == "SRV01" })
    #expect(host.pseudonym == short.pseudonym)
    #expect(key.csv.contains("\"\(host.pseudonym)\",\"host\",\"SRV01.contoso.example\""))
    #expect(Set(key.entries.map(\.name)).count == key.entries.count)
  }

  @Test func `is the same each time`() throws {
    #expect(try redacted().bytes == redacted().bytes)
  }

  @Test func `finds addresses, SIDs, mail names and profiles that no field gave`() throws {
    var redaction = Redaction(input: try SampleReports.diagnosedInput())
    #expect(redaction.redact("peer 203.0.113.9:3389 and [2001:db8::5]").contains("203.0.113.9") == false)
    #expect(!redaction.redact("peer [2001:db8::5]").contains("2001:db8"))
    #expect(!redaction.redact("S-1-5-21-1004336348-1177238915-682003330-512").contains("1004336348"))
    #expect(redaction.redact("S-1-5-20 may not") == "S-1-5-20 may not")
    #expect(!redaction.redact("mail bob@fabrikam.example").contains("bob"))
    #expect(!redaction.redact(#"C:\Users\bob\file"#).contains("bob"))
    #expect(redaction.redact("at 08:14:07.312, 10:20") == "at 08:14:07.312, 10:20")
    #expect(redaction.redact("0x8009030D 36870") == "0x8009030D 36870")
  }

  @Test func `replaces whole names only`() throws {
    var redaction = Redaction(input: try SampleReports.diagnosedInput())
    #expect(redaction.redact("SRV011 XSRV01") == "SRV011 XSRV01")
    #expect(redaction.redact("srv01-system.evtx") != "srv01-system.evtx")
  }
}
