import EventCorrelation
import IncidentReport
import Testing
import WindowsEventLog

@Suite struct ReportFilterTests {
  @Test func `keeps incidents that touch the span`() {
    let incident = SampleReports.undecided()
    let noon = SampleSite.noon
    #expect(ReportFilter(since: noon, until: noon.advanced(bySeconds: 60)).apply(to: [incident]).count == 1)
    #expect(ReportFilter(since: noon.advanced(bySeconds: 60)).apply(to: [incident]).isEmpty)
    #expect(ReportFilter(until: noon).apply(to: [incident]).isEmpty)
  }

  @Test(arguments: ["srv01", "SRV01.contoso.example", "client7", "10.20.0.11"])
  func `knows a machine by any of its names`(_ name: String) {
    let names = { (machine: String) in SampleSite.hosts.first { $0.name == machine }?.aliases ?? [] }
    #expect(ReportFilter(hosts: [name]).apply(to: [SampleReports.undecided()], names: names).count == 1)
    #expect(ReportFilter(hosts: ["other"]).apply(to: [SampleReports.undecided()], names: names).isEmpty)
  }
}
