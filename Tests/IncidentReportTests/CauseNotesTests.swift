import Diagnosis
import Testing

@testable import IncidentReport

/// What is known of a cause stands once on a page of many incidents.
@Suite struct CauseNotesTests {
  @Test func `every cause that is shown has one note, the commonest answer first`() throws {
    let incidents = try SampleReports.many(30).incidents
    let notes = CauseNotes(incidents)
    #expect(Set(notes.notes.map(\.cause)).count == notes.notes.count)
    let shown = Set(
      incidents.flatMap { $0.hypotheses.filter { $0.prominent && $0.outcome != .ruledOut }.map(\.cause) })
    #expect(Set(notes.numbers.keys) == shown)
    let counts = notes.notes.map(\.incidents.count)
    #expect(counts == counts.sorted(by: >))
    #expect(counts.reduce(0, +) == incidents.count { $0.verdict != .undetermined })
  }

  @Test func `the page tells each explanation and each command once`() throws {
    let report = try SampleReports.many(30)
    let page = String(decoding: try HTMLReportWriter().write(report), as: UTF8.self)
    for note in CauseNotes(report.incidents).notes where !note.explanation.isEmpty {
      let start = String(note.explanation.prefix(30))
      #expect(page.ranges(of: start).count == 1, "\(start)")
    }
  }

  @Test func `a page about one incident explains it in place`() throws {
    let report = try SampleReports.diagnosed()
    let page = String(decoding: try HTMLReportWriter().write(report), as: UTF8.self)
    #expect(!page.contains("id=\"causes\""))
    let explanation = try #require(report.incidents.first?.hypotheses.first?.explanation)
    #expect(page.contains(explanation.prefix(20)))
  }
}
