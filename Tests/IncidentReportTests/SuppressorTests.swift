import Diagnosis
import IncidentReport
import Testing
import WindowsEventLog

@Suite struct SuppressorTests {
  private let now = SampleSite.noon.advanced(bySeconds: 86_400)

  @Test func `hushes what every condition covers`() {
    let entry = Suppression(reason: "being moved", cause: "cert-*", server: "srv01*")
    let result = Suppressor(entries: [entry], now: now).apply(to: [SampleReports.undecided()])
    #expect(result.kept.isEmpty)
    #expect(result.suppressed.first?.incidents.count == 1)
    #expect(result.suppressed.first?.text == "Hushed 1 incident.")
  }

  @Test(arguments: [
    Suppression(reason: "other server", server: "SRV02*"),
    Suppression(reason: "other cause", cause: "dns-failure"),
    Suppression(reason: "no condition"),
    Suppression(reason: "other client", client: "CLIENT8*"),
    Suppression(reason: "later", server: "*", from: SampleSite.noon.advanced(bySeconds: 3_600)),
    Suppression(reason: "earlier", server: "*", until: SampleSite.noon),
  ])
  func `keeps the rest`(_ entry: Suppression) {
    let result = Suppressor(entries: [entry], now: now).apply(to: [SampleReports.undecided()])
    #expect(result.kept.count == 1)
    #expect(result.suppressed.first?.text == "Hushed nothing.")
  }

  @Test func `an expired entry hushes nothing and says so`() {
    let entry = Suppression(reason: "accepted", server: "SRV01*", expires: now)
    let result = Suppressor(entries: [entry], now: now).apply(to: [SampleReports.undecided()])
    #expect(result.kept.count == 1)
    #expect(result.suppressed.first?.expired == true)
    #expect(result.suppressed.first?.text.contains("Expired on 3 March 2026") == true)
  }
}
