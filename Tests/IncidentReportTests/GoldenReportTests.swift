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
}
