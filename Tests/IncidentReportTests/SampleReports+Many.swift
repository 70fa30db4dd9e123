import Diagnosis
import EventCorrelation
import EventSignals
import IncidentReport
import WindowsEventLog

extension SampleReports {
  /// As many incidents as wanted: three causes, six servers, nine users, spread over three weeks.
  static func many(_ count: Int, clock: ReportClock = .utc) throws -> Report {
    Report(input: try input((0..<count).map(incident), clock: clock))
  }

  private static func incident(_ number: Int) -> Incident {
    // Whole-number steps without common factors with 21 days spread times without any chance in it.
    let start = Double(-(number * 7_919) % 1_814_400)
    let record = UInt64(10_000 + number * 20)
    let tries = number % 5 == 0 ? 3 : 1
    let episodes = (0..<tries).map { attempt in
      let at = start + Double(attempt) * 41
      let first = record + UInt64(attempt) * 6
      var members = [SampleSite.setOut(at, record: first), SampleSite.accepted(at + 0.04, record: first + 1)]
      if number % 3 == 0 { members.append(SampleSite.keyUnreadable(at + 0.3, record: first + 2)) }
      if number % 3 == 1 { members.append(SampleSite.badPassword(at + 1.2, record: first + 3)) }
      members.append(SampleSite.stateMachine(at + 1.31, record: first + 4))
      members.append(SampleSite.disconnected(at + 1.36, record: first + 5))
      return SampleSite.episode(members)
    }
    var incident = Incident(
      verdict: number % 3 == 2 ? .undetermined : .diagnosed, episodes: episodes,
      hypotheses: hypotheses(number, episodes), unexplained: number % 3 == 2 ? 0.4 : 0.05)
    let machine = "CLIENT\(number % 17 + 1).contoso.example"
    incident.client = machine
    incident.clients = [machine]
    incident.server = "SRV0\(number % 6 + 1).contoso.example"
    incident.user = "CONTOSO\\user\(number % 9 + 1)"
    incident.disconnectReason = 2308
    if number % 3 == 2 {
      incident.collectNext = [
        CollectNext(
          host: incident.server ?? "", channel: "System",
          reason: "Schannel events would tell the causes apart",
          command: "wevtutil epl System system.evtx")
      ]
    }
    return incident
  }

  private static func hypotheses(_ number: Int, _ episodes: [Episode]) -> [Hypothesis] {
    let members = episodes.first?.members ?? []
    let seen = members.dropFirst(2).first
    let key = ("cert-private-key-acl", "Private key of the RDP certificate not readable")
    let password = ("auth-bad-credentials", "Wrong user name or password")
    let cipher = ("tls-no-common-cipher", "No cipher suite in common")
    let order = [[key, cipher, password], [password, key, cipher], [cipher, key, password]][number % 3]
    let shares = number % 3 == 2 ? [0.3, 0.2, 0.1] : [0.9, 0.04, 0.01]
    return zip(order, shares).enumerated().map { rank, entry in
      Hypothesis(
        cause: entry.0.0, title: entry.0.1,
        outcome: number % 3 == 2
          ? .undetermined : rank == 0 ? .matched : rank == 1 ? .undetermined : .ruledOut,
        confidence: entry.1,
        evidence: [
          Hypothesis.Evidence(
            signal: seen?.signal.rule ?? "", supports: rank < 2, note: seen?.signal.summary ?? "",
            member: seen)
        ], missing: number % 3 == 2 ? ["SRV0\(number % 6 + 1).contoso.example: System"] : [])
    }
  }
}
