import IncidentReport
import Testing
import WindowsEventLog

@testable import BatchAnalysis

/// The file of `--suppress`.
struct SuppressionFileTests {
  @Test func `reads entries with times`() throws {
    let entries = try SuppressionFile.parse(
      """
      - reason: waits for hardware
        cause: cert-*
        server: ts0*
        expires: 2026-06-01
      - reason: known scan
        client: 192.0.2.99
      """, path: "known.yml")
    #expect(entries.count == 2)
    #expect(entries.first?.cause == "cert-*")
    #expect(entries.first?.expires == WindowsTime(iso8601: "2026-06-01"))
    #expect(entries.last?.client == "192.0.2.99")
  }

  @Test(arguments: [
    ("- reason: all", "would hush everything"), ("- cause: x", "gives no reason"),
    ("cause: x", "must be a list"),
    ("- reason: a\n  sever: b", "unknown key 'sever'"), ("- reason: a\n  from: soon", "'from' is no time"),
    ("- [", "known.yml: "),
  ])
  func `says what is wrong and where`(text: String, part: String) {
    #expect(throws: SuppressionFile.Fault.self) { try SuppressionFile.parse(text, path: "known.yml") }
    do {
      _ = try SuppressionFile.parse(text, path: "known.yml")
    } catch {
      #expect("\(error)".contains(part), "\(error)")
    }
  }
}
