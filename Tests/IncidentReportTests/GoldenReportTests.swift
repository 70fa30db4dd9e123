import IncidentReport
import Testing

@Suite struct GoldenReportTests {
  @Test func `JSON of a diagnosed incident`() throws {
    try Golden.expect(JSONReportWriter().write(SampleReports.diagnosed()), is: "diagnosed.json")
  }

  @Test func `JSON of an undetermined incident`() throws {
    try Golden.expect(JSONReportWriter().write(SampleReports.undetermined()), is: "undetermined.json")
  }

  @Test func `JSON of healthy logs`() throws {
    try Golden.expect(JSONReportWriter().write(SampleReports.healthy()), is: "healthy.json")
  }

  @Test func `text of a diagnosed incident`() throws {
    try Golden.expect(TextReportWriter().write(SampleReports.diagnosed()), is: "diagnosed.txt")
  }

  @Test func `text of an undetermined incident`() throws {
    try Golden.expect(TextReportWriter().write(SampleReports.undetermined()), is: "undetermined.txt")
  }

  @Test func `text of a benign incident`() throws {
    try Golden.expect(TextReportWriter().write(SampleReports.benign()), is: "benign.txt")
  }

  @Test func `text of healthy logs`() throws {
    try Golden.expect(TextReportWriter().write(SampleReports.healthy()), is: "healthy.txt")
  }

  @Test func `Markdown of a diagnosed incident`() throws {
    try Golden.expect(MarkdownReportWriter().write(SampleReports.diagnosed()), is: "diagnosed.md")
  }

  @Test func `CSV timeline of a diagnosed incident`() throws {
    try Golden.expect(CSVReportWriter().write(SampleReports.diagnosed()), is: "diagnosed.csv")
  }

  @Test func `HTML of a diagnosed incident`() throws {
    try Golden.expect(HTMLReportWriter().write(SampleReports.diagnosed()), is: "diagnosed.html")
  }

  @Test func `HTML and text of six incidents`() throws {
    try Golden.expect(HTMLReportWriter().write(SampleReports.many(6)), is: "many.html")
    try Golden.expect(TextReportWriter().write(SampleReports.many(6)), is: "many.txt")
  }
}
