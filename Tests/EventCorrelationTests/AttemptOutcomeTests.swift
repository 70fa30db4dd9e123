import EventSignals
import Testing

@testable import EventCorrelation

struct AttemptOutcomeTests {
  private func client(reason: UInt32, session: Double, closed: Double) -> Trace {
    var trace = Trace(side: .client, host: 0, at: 0)
    (trace.sessionAt, trace.closedAt, trace.reason) = (session, closed, reason)
    return trace
  }

  private func server(session: Double, fault: Double? = nil, closed: Double? = nil) -> Trace {
    var trace = Trace(side: .server, host: 1, at: 0)
    (trace.sessionAt, trace.faultAt, trace.closedAt) = (session, fault, closed)
    return trace
  }

  private func outcome(_ client: Trace, _ server: Trace, crashed: Bool = false) -> Episode.Outcome {
    AttemptOutcome(
      client: client, servers: [server], gateways: [], others: [], sessionCrashed: crashed, logGoesOn: true
    ).outcome
  }

  @Test func `a session that broke down at once is lost, whichever machine tells of its end`() {
    let brief = client(reason: 2, session: 2, closed: 11)
    #expect(outcome(brief, server(session: 2, fault: 10, closed: 11)) == .lost)
    #expect(outcome(brief, server(session: 2, fault: 10)) == .lost)
    #expect(outcome(client(reason: 2, session: 2, closed: 900), server(session: 2, fault: 10)) == .succeeded)
    #expect(outcome(brief, server(session: 2)) == .succeeded)
  }

  @Test func `a session whose program crashed at its end was ended by nobody`() {
    let ended = client(reason: 3, session: 2, closed: 900)
    #expect(outcome(ended, server(session: 2, closed: 900)) == .succeeded)
    #expect(outcome(ended, server(session: 2, closed: 900), crashed: true) == .lost)
  }

  @Test func `a socket that is gone went with the user whom the session manager names`() {
    let endings: [(UInt32, Episode.Outcome)] = [(11, .succeeded), (12, .succeeded), (0, .lost), (17, .lost)]
    for (reason, expected) in endings {
      var host = server(session: 2, closed: 900)
      (host.reason, host.sessionReason) = (14, reason)
      let judged = AttemptOutcome(
        client: nil, servers: [host], gateways: [], others: [], sessionCrashed: false, logGoesOn: true)
      #expect(judged.outcome == expected)
    }
  }
}
